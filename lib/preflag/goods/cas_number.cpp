#include <preflag/base/text.h>
#include <preflag/goods/cas_number.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t shortest = 5; // 50-00-0
constexpr std::size_t longest = 10;

/// The digits of a text that holds nothing else but dashes and spaces, after a "CAS" in front.
std::string digits_of(std::string_view text) {
    std::string plain = fold(text);
    std::size_t start = 0;
    while (start < plain.size() && !is_ascii_digit(plain[start]))
        ++start;
    const std::string_view label = trim(std::string_view(plain).substr(0, start));
    if (!label.empty() && label.substr(0, 3) != "cas")
        return {};
    std::string digits;
    for (std::size_t i = start; i < plain.size(); ++i) {
        const auto byte = static_cast<unsigned char>(plain[i]);
        if (is_ascii_digit(plain[i]))
            digits += plain[i];
        else if (plain[i] != '-' && plain[i] != ' ' && byte < 0x80)
            return {};
    }
    return digits;
}

/// "CAS-No. 7722-84-1" has dashes of its own.
bool is_after_label(std::string_view text) {
    return !text.empty() && !is_ascii_digit(text.front());
}

/// More than two plain dashes, or two that do not leave two digits and one: "3811-04-09" is a date.
bool has_misplaced_dashes(std::string_view text) {
    const std::size_t last = text.find_last_of('-');
    const std::size_t first = text.find('-');
    const auto dashes = std::count(text.begin(), text.end(), '-');
    if (dashes > 2 && !is_after_label(text))
        return true;
    if (dashes != 2)
        return false;
    const auto digits_in = [](std::string_view part) {
        return std::count_if(part.begin(), part.end(), is_ascii_digit);
    };
    return digits_in(text.substr(first, last - first)) != 2 || digits_in(text.substr(last)) != 1;
}

/// The check digit is the sum of the others, each times its place from the right, modulo ten.
bool has_right_check_digit(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i + 1 < digits.size(); ++i)
        sum += (digits[i] - '0') * static_cast<int>(digits.size() - 1 - i);
    return sum % 10 == digits.back() - '0';
}

} // namespace

std::optional<CasNumber> CasNumber::parse(std::string_view text) {
    if (text.size() > 60 || has_misplaced_dashes(text))
        return std::nullopt;
    const std::string digits = digits_of(text);
    if (digits.size() < shortest || digits.size() > longest || digits.front() == '0' ||
        !has_right_check_digit(digits))
        return std::nullopt;
    return CasNumber(std::stoull(digits));
}

std::string CasNumber::to_string() const {
    return fmt::format("{}-{:02}-{}", digits_ / 1000, digits_ / 10 % 100, digits_ % 10);
}

} // namespace preflag
