#include "amount.h"

#include <charconv>
#include <cmath>

namespace preflag {

bool Amount::is_whole() const {
    return value == std::floor(value);
}

std::optional<Amount> parse_amount(std::string_view text) {
    Amount amount;
    amount.is_percent = text.ends_with('%');
    if (amount.is_percent)
        text.remove_suffix(1);
    const char* const last = text.data() + text.size();
    const auto [end, error] =
        std::from_chars(text.data(), last, amount.value, std::chars_format::fixed);
    if (error != std::errc{} || end != last || !std::isfinite(amount.value) || amount.value < 0)
        return std::nullopt;
    return amount;
}

std::optional<unsigned> parse_whole_number(std::string_view text) {
    unsigned number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc{} || end != last)
        return std::nullopt;
    return number;
}

} // namespace preflag
