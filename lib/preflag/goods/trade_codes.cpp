#include <preflag/base/text.h>
#include <preflag/goods/trade_codes.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace preflag {

namespace {

constexpr std::uint32_t highest_un_number = 3600;

/// Without a label of letters, dots, colons and spaces that begins with one of `labels`.
template <std::size_t N>
std::string_view after_label(std::string_view text, const std::array<std::string_view, N>& labels) {
    std::size_t start = 0;
    while (start < text.size() && !is_ascii_digit(text[start]))
        ++start;
    const std::string label = ascii_lower(trim(text.substr(0, start)));
    const bool known = label.empty() ||
                       std::any_of(labels.begin(), labels.end(), [&](std::string_view known_label) {
                           return label.substr(0, known_label.size()) == known_label;
                       });
    return known ? text.substr(start) : std::string_view{};
}

/// "2847,00,00", "2847/00/00", "28,470,000": marks that else part codes, between groups as one
/// code is written in.
bool has_groups_of_code(std::string_view code) {
    constexpr std::size_t heading = 4, pair = 2, thousands = 3;
    std::size_t begin = 0, first = 0;
    bool are_pairs = true, are_thousands = true;
    while (begin <= code.size()) {
        const std::size_t end = std::min(code.find_first_of(",/_", begin), code.size());
        const std::size_t size = end - begin;
        if (begin == 0)
            first = size;
        else {
            are_pairs = are_pairs && size == pair;
            are_thousands = are_thousands && size == thousands;
        }
        begin = end + 1;
    }
    return (first == heading && are_pairs) || (first < heading && first > 0 && are_thousands);
}

std::uint32_t number_of(std::string_view digits) {
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace

std::optional<EcNumber> EcNumber::parse(std::string_view text) {
    static constexpr std::array<std::string_view, 4> labels{"ec", "einecs", "elincs", "eg"};
    const std::string_view code = trim(after_label(trim(text), labels));
    if (code.size() != 9 || code[3] != '-' || code[7] != '-')
        return std::nullopt;
    const std::string digits =
        std::string(code.substr(0, 3)) + std::string(code.substr(4, 3)) + code[8];
    if (!all_digits(digits))
        return std::nullopt;
    int sum = 0;
    for (int i = 0; i < 6; ++i)
        sum += (i + 1) * (digits[static_cast<std::size_t>(i)] - '0');
    if (sum % 11 != digits[6] - '0')
        return std::nullopt;
    return EcNumber(number_of(digits));
}

std::string EcNumber::to_string() const {
    return fmt::format("{:03}-{:03}-{}", digits_ / 10000, digits_ / 10 % 1000, digits_ % 10);
}

std::optional<CusNumber> CusNumber::parse(std::string_view text) {
    static constexpr std::array<std::string_view, 2> labels{"cus", "ecics"};
    constexpr std::size_t whole = 8, shortest = 5;
    const std::string_view code = trim(after_label(trim(text), labels));
    const std::size_t dash = code.find('-');
    std::string digits(code);
    if (dash != std::string_view::npos && dash + 2 == code.size())
        digits.erase(dash, 1);
    const std::size_t fewest = dash == std::string_view::npos ? whole : shortest;
    if (digits.size() < fewest || digits.size() > whole || !all_digits(digits))
        return std::nullopt;
    digits.insert(0, whole - digits.size(), '0');
    std::size_t sum = 0;
    for (std::size_t i = 0; i + 1 < whole; ++i)
        sum += static_cast<std::size_t>(digits[i] - '0') * (whole - 1 - i);
    if (sum % 10 != static_cast<std::size_t>(digits.back() - '0') || number_of(digits) == 0)
        return std::nullopt;
    return CusNumber(number_of(digits));
}

std::string CusNumber::to_string() const {
    return fmt::format("{:07}-{}", digits_ / 10, digits_ % 10);
}

std::optional<UnNumber> UnNumber::parse(std::string_view text) {
    static constexpr std::array<std::string_view, 2> labels{"un", "onu"};
    const std::string_view digits = trim(after_label(trim(text), labels));
    if (digits.size() < 3 || digits.size() > 4 || !all_digits(digits))
        return std::nullopt;
    const std::uint32_t number = number_of(digits);
    if (number < 4 || number > highest_un_number)
        return std::nullopt;
    return UnNumber(number);
}

std::string UnNumber::to_string() const {
    return fmt::format("{:04}", digits_);
}

std::optional<HsCode> HsCode::parse(std::string_view text) {
    static constexpr std::array<std::string_view, 6> labels{"hs", "hts",   "ex",
                                                            "cn", "taric", "ncm"};
    if (text.size() > 40)
        return std::nullopt;
    std::string_view code = trim(after_label(trim(text), labels));
    if (code.size() > 7 && code.ends_with(".0") && all_digits(code.substr(0, code.size() - 2)))
        code.remove_suffix(2);
    const bool is_grouped =
        code.find_first_of(",/_") != std::string_view::npos && has_groups_of_code(code);
    std::string digits;
    for (const char c : code) {
        if (is_ascii_digit(c))
            digits += c;
        else if (c != '.' && c != ' ' && c != '-' && c != '\'' &&
                 (!is_grouped || (c != ',' && c != '/' && c != '_')))
            return std::nullopt;
    }
    if (digits.size() > 14 || digits.size() < 2)
        return std::nullopt;
    const bool lost_zero = digits.size() % 2 == 1 && digits.size() >= 5 && digits.size() <= 9;
    if (lost_zero)
        digits.insert(digits.begin(), '0');
    digits.resize(std::min<std::size_t>(digits.size(), 10));
    return HsCode(std::move(digits), lost_zero);
}

std::optional<std::uint32_t> HsCode::subheading() const {
    if (digits_.size() < 6)
        return std::nullopt;
    return number_of(std::string_view(digits_).substr(0, 6));
}

} // namespace preflag
