#pragma once

#include <preflag/base/country_table.h>
#include <preflag/rules/rule_set.h>

#include <optional>
#include <span>
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

/// The code of the country that --home names, empty for none. Throws UsageError when there is no
/// such country.
std::string home_country(const CountryTable& countries, const std::string& home);

/// The laws that a line's days and route call for.
class Applicability {
  public:
    /// A law in force on one of the days applies; several are the readings of one date. Unless it
    /// `follows_route` the laws of all countries apply. The references must outlive this.
    Applicability(std::vector<Date> days, const Route& route, bool follows_route,
                  const CountryTable& countries)
        : days_(std::move(days)), route_(route), follows_route_(follows_route),
          countries_(countries) {}

    /// Outside also when the rule is not in force that day.
    [[nodiscard]] RouteReach reach(const RulePack& pack, const Rule& rule) const;
    [[nodiscard]] bool applies(const RulePack& pack, const Rule& rule) const {
        return reach(pack, rule) == RouteReach::within;
    }

    /// The countries of the route that are known, each once.
    [[nodiscard]] std::span<const std::string> countries() const;

  private:
    std::vector<Date> days_;
    const Route& route_;
    bool follows_route_;
    const CountryTable& countries_;
};

} // namespace preflag
