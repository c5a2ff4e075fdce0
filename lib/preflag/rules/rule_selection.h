#pragma once

#include <preflag/base/country_table.h>
#include <preflag/rules/rule_set.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// Whether `day` lies within from-until, both included.
bool in_force(const std::optional<Date>& from, const std::optional<Date>& until, Date day);

/// Switches off the rules that `selection` does not choose, with the reason, and drops the red-flag
/// cases whose substance no chosen law lists on `today`. A rule that is off already keeps its
/// reason. Throws UsageError for a regime or jurisdiction that no pack has.
void apply_selection(PackSet& set, const RuleSelection& selection, Date today);

/// The laws that a line's days and countries call for.
class Applicability {
  public:
    /// A law in force on one of the days applies; several are the readings of one date. A country
    /// that cannot be told is empty: then every law applies. The countries of transit add laws and
    /// take none away.
    Applicability(std::vector<Date> days, std::string origin, std::string destination,
                  std::vector<std::string> transit = {});

    [[nodiscard]] bool applies(const RulePack& pack, const Rule& rule) const;

    /// The countries that are known, each once.
    [[nodiscard]] const std::vector<std::string>& countries() const { return countries_; }

  private:
    std::vector<Date> days_;
    bool is_route_known_;
    std::vector<std::string> countries_;
};

} // namespace preflag
