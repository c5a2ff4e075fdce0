#pragma once

#include <preflag/base/country_table.h>
#include <preflag/base/date.h>
#include <preflag/rules/packs/rule_pack.h>
#include <preflag/screening/finding.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A red flag that one line brings up, and that answers only once the lines of its group make up
/// enough.
struct CountedFlag {
    /// A substance, consignee or destination.
    struct Thing {
        std::string key;  ///< the same for what counts once
        std::string name; ///< for people
    };

    Finding finding;           ///< as the line brings it up, without id and figures of the group
    std::string group;         ///< the same for lines that count together
    std::optional<Date> on;    ///< the shipment's date, where it is one day
    std::vector<Thing> things; ///< of the line; empty where amounts are counted
    double amount = 1;         ///< of lines, kilograms or shares
};

/// What a line tells, for counted_flag.
struct CountedLine {
    const FieldValues& values;
    const GoodsReading& goods;
    std::string_view consignee_identity;
    std::span<const Verdict> verdicts;
    const CountryTable& countries;
};

/// What the line adds to the count of the rule that `flag` is of, without its finding; nullopt when
/// the line does not tell which group it is of, or has nothing of what is counted.
std::optional<CountedFlag> counted_flag(const Verdict& flag, const CountedLine& line);

} // namespace preflag
