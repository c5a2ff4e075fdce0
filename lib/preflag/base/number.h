#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace preflag {

/// The number that the whole of a text is, written as in code: "12", "-3", "0.5". Of a floating
/// point number an exponent is one, too, and "inf" and "nan". Nullopt for anything else, spaces and
/// a leading plus included, and for what the type cannot hold.
template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number value{};
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || end != last)
        return std::nullopt;
    return value;
}

/// A decimal number without exponent, finite: what people type as a share or an amount.
inline std::optional<double> parse_decimal(std::string_view text) {
    if (text.find_first_not_of("0123456789.-") != text.npos)
        return std::nullopt;
    return parse_number<double>(text);
}

/// "10%" or "0.5": a decimal number, maybe a percentage.
struct Share {
    double value = 0; ///< finite, at least 0; 10 for "10%"
    bool is_percent = false;

    [[nodiscard]] bool is_whole() const { return value == std::floor(value); }

    /// Nullopt for anything else, and for less than nothing.
    static std::optional<Share> parse(std::string_view text) {
        const bool is_percent = text.ends_with('%');
        const auto value = parse_decimal(text.substr(0, text.size() - (is_percent ? 1 : 0)));
        if (!value || *value < 0)
            return std::nullopt;
        return Share{*value, is_percent};
    }
};

} // namespace preflag
