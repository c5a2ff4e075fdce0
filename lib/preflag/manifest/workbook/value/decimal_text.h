#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// A decimal number by its digits.
struct DecimalText {
    bool is_negative = false;
    std::string whole;    ///< without leading zeros; empty for none
    std::string decimals; ///< without zeros at the end

    /// Of a number as programs store it ("12.5", "1.2E-3", "0.30000000000000004"), rounded to 15
    /// digits. nullopt for what is none, and for numbers of more than 40 places.
    static std::optional<DecimalText> of(std::string_view stored);

    /// Multiplied with ten so many times; divided when it is negative.
    void shift(int places);
    [[nodiscard]] bool is_zero() const { return whole.empty() && decimals.empty(); }
};

} // namespace preflag
