#pragma once

#include <preflag/base/date.h>
#include <preflag/places/place_memory.h>
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

/// What a line tells, for the flags that it brings up. What it refers to must outlive it.
class CountedLine {
  public:
    CountedLine(const FieldValues& cells, const GoodsReading& reading, std::string_view consignee,
                std::span<const Verdict> said, PlaceMemory& places)
        : values(cells), goods(reading), consignee_identity(consignee), verdicts(said),
          places_(places) {}

    const FieldValues& values;
    const GoodsReading& goods;
    std::string_view consignee_identity;
    std::span<const Verdict> verdicts;

    /// The words of the shipment's number; empty where there is none.
    [[nodiscard]] const std::string& shipment() const;
    /// The shipment's date, where it is one day.
    [[nodiscard]] std::optional<Date> day() const;
    /// The country of the destination, else its words; nothing where none is named.
    [[nodiscard]] std::vector<CountedFlag::Thing> destination() const;

  private:
    PlaceMemory& places_;
    /// Asked for by several flags, and found out once.
    mutable std::optional<std::string> shipment_;
    mutable std::optional<std::optional<Date>> day_;
};

/// What the line adds to the count of the rule that `flag` is of, without its finding; nullopt when
/// the line does not tell which group it is of, or has nothing of what is counted.
std::optional<CountedFlag> counted_flag(const Verdict& flag, const CountedLine& line);

} // namespace preflag
