#include <preflag/base/text.h>
#include <preflag/manifest/workbook/value/decimal_text.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace preflag {

namespace {

constexpr int most_places = 40;

void take_zeros(DecimalText& number) {
    number.whole.erase(0, std::min(number.whole.find_first_not_of('0'), number.whole.size()));
    number.decimals.resize(number.decimals.find_last_not_of('0') + 1);
}

/// Of digits with at most one point, if there are so few that no rounding changes them.
std::optional<DecimalText> of_few_digits(std::string_view stored) {
    constexpr std::size_t exact = 15;
    DecimalText number;
    number.is_negative = stored.starts_with('-');
    stored.remove_prefix(number.is_negative ? 1 : 0);
    const std::size_t point = std::min(stored.find('.'), stored.size());
    const std::string_view whole = stored.substr(0, point);
    const std::string_view decimals = stored.substr(std::min(point + 1, stored.size()));
    if (whole.empty() || stored.size() > exact || !all_digits(whole) ||
        (!decimals.empty() && !all_digits(decimals)))
        return std::nullopt;
    number.whole = whole;
    number.decimals = decimals;
    take_zeros(number);
    number.is_negative = number.is_negative && !number.is_zero();
    return number;
}

} // namespace

std::optional<DecimalText> DecimalText::of(std::string_view stored) {
    stored = trim(stored);
    if (auto number = of_few_digits(stored))
        return number;
    double value = 0;
    const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    if (stored.empty() || error != std::errc() || end != stored.data() + stored.size() ||
        !std::isfinite(value))
        return std::nullopt;
    const std::string text = fmt::format("{:.14e}", std::abs(value)); // d.ddddde+xx
    const std::size_t sign = text.find('e');
    int exponent = 0;
    std::from_chars(text.data() + sign + (text[sign + 1] == '+' ? 2 : 1), text.data() + text.size(),
                    exponent);
    if (std::abs(exponent) > most_places)
        return std::nullopt;
    DecimalText number;
    number.is_negative = value < 0;
    number.whole = text.substr(0, 1);
    number.decimals = text.substr(2, sign - 2);
    number.shift(exponent);
    return number;
}

void DecimalText::shift(int places) {
    for (; places > 0; --places) {
        whole += decimals.empty() ? '0' : decimals.front();
        decimals.erase(0, 1);
    }
    for (; places < 0; ++places) {
        decimals.insert(decimals.begin(), whole.empty() ? '0' : whole.back());
        if (!whole.empty())
            whole.pop_back();
    }
    take_zeros(*this);
}

} // namespace preflag
