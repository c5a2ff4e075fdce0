#pragma once

#include <preflag/base/country_table.h>
#include <preflag/base/date.h>
#include <preflag/rules/packs/pack_set.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What rules are chosen by.
struct RuleSelection {
    std::vector<std::string> regimes;       ///< --regime; empty: all. Unknown ids are a UsageError.
    std::vector<std::string> jurisdictions; ///< --jurisdiction; empty: by the line's countries. A
                                            ///< country or union without a law is a UsageError.
    std::string home;          ///< --home: a country that stands in for legs that no column tells
    std::optional<Date> as_of; ///< --as-of; else the shipment's date, else `day`
    Date day = today();        ///< of the run
};

/// Whether `day` lies within from-until, both included.
bool in_force(const std::optional<Date>& from, const std::optional<Date>& until, Date day);

/// Switches off the rules that `selection` does not choose, with the reason, and drops the red-flag
/// cases whose substance no chosen law lists on `today`. A rule that is off already keeps its
/// reason. Throws UsageError for a regime or jurisdiction that no pack has.
void apply_selection(PackSet& set, const RuleSelection& selection, Date today);

/// The code of the country that --home names, empty for none. Throws UsageError when there is no
/// such country.
std::string home_country(const CountryTable& countries, const std::string& home);

} // namespace preflag
