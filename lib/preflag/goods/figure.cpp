#include <preflag/goods/figure.h>

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace preflag {

/// Most figures are whole, and then shorter ways give the same.
void append_figure(std::string& text, double number) {
    constexpr double longest = 1e6;
    const bool is_whole = std::trunc(number) == number && std::abs(number) < longest;
    if (!is_whole || (number == 0 && std::signbit(number))) {
        fmt::format_to(std::back_inserter(text), "{:.6g}", number);
        return;
    }
    const fmt::format_int digits(static_cast<int>(number));
    text.append(digits.data(), digits.size());
}

} // namespace preflag
