#pragma once

#include <preflag/rules/packs/rule_pack.h>
#include <preflag/screening/finding.h>

#include <optional>
#include <span>
#include <string_view>

namespace preflag {

/// What a line tells, for counted_flag.
struct CountedLine {
    const FieldValues& values;
    const GoodsReading& goods;
    std::string_view consignee_identity;
    std::span<const Verdict> verdicts;
};

/// What the line adds to the count of the rule that `flag` is of, without its finding; nullopt when
/// the line does not tell which group it is of, or has nothing of what is counted.
std::optional<CountedFlag> counted_flag(const Verdict& flag, const CountedLine& line);

} // namespace preflag
