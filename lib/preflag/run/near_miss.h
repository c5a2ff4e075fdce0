#pragma once

#include <preflag/screening/screened_line.h>

#include <optional>
#include <string_view>

namespace preflag {

/// How far below a limit is still near: a share of the limit, or an amount in the limit's unit.
struct NearMargin {
    double value = 10;
    bool is_percent = true;

    /// "10%" or "0.5"; nullopt for anything else, and for less than nothing.
    static std::optional<NearMargin> parse(std::string_view text);
};

/// Whether the goods do not meet the limit of the law, but nearly: equal to a limit that must be
/// exceeded, or below it by the margin at most.
bool is_near_miss(const Finding& finding, const NearMargin& margin);

/// The line with its near misses alone; nullopt when it has none.
std::optional<ScreenedLine> near_misses_of(const ScreenedLine& line, const NearMargin& margin);

} // namespace preflag
