#pragma once

#include <optional>
#include <string_view>

namespace preflag {

/// A number as it is typed for an option, or a share: "0.5" or "10%".
struct Amount {
    double value = 0; ///< finite, at least 0; 10 for "10%"
    bool is_percent = false;

    [[nodiscard]] bool is_whole() const;
};

/// Decimal digits with a point, and a percent sign behind them or none; nullopt for anything else.
std::optional<Amount> parse_amount(std::string_view text);

/// Decimal digits alone; nullopt for anything else and for what is too large.
std::optional<unsigned> parse_whole_number(std::string_view text);

} // namespace preflag
