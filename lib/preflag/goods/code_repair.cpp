#include <preflag/base/text.h>
#include <preflag/goods/code_repair.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace preflag {

namespace {

constexpr int first_plausible_year = 1900;
constexpr int last_plausible_year = 2100;

/// "1942" of "1942.0" and "1942.00"; the text itself otherwise.
std::string_view without_decimals(std::string_view text) {
    const std::size_t point = text.find_last_of('.');
    if (point == std::string_view::npos)
        return text;
    const std::string_view decimals = text.substr(point + 1);
    const bool zeros =
        !decimals.empty() && decimals.find_first_not_of('0') == std::string_view::npos;
    return zeros ? text.substr(0, point) : text;
}

std::vector<std::string_view> groups_of(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> groups;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
        groups.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return groups;
}

/// The CAS number whose three groups are a year, a month and a day, in this order.
std::optional<CasNumber> from_date(std::string_view year, std::string_view month,
                                   std::string_view day) {
    int number = 0;
    std::from_chars(year.data(), year.data() + year.size(), number);
    if (year.size() != 4 || (number >= first_plausible_year && number <= last_plausible_year))
        return std::nullopt;
    if (month.empty() || month.size() > 2 || day.empty() || day.size() > 2 ||
        (day.size() == 2 && day[0] != '0'))
        return std::nullopt;
    return CasNumber::parse(fmt::format("{}-{:0>2}-{}", year, month, day.back()));
}

std::optional<CasNumber> from_any_date(std::string_view cell) {
    const std::string_view date = cell.substr(0, cell.find_first_of(" T"));
    const auto groups = groups_of(date, "-/.");
    if (groups.size() != 3 || !std::all_of(groups.begin(), groups.end(), all_digits))
        return std::nullopt;
    if (auto found = from_date(groups[0], groups[1], groups[2]))
        return found;
    const auto day_first = from_date(groups[2], groups[1], groups[0]);
    const auto month_first = from_date(groups[2], groups[0], groups[1]);
    return day_first && month_first ? std::nullopt : day_first ? day_first : month_first;
}

/// "7722841" of "7,722,841".
std::string without_thousands(std::string_view text) {
    const auto groups = groups_of(text, ",.\' ");
    std::string digits;
    for (const std::string_view group : groups) {
        if (!all_digits(group) || (!digits.empty() && group.size() != 3))
            return {};
        digits += group;
    }
    return groups.size() > 1 ? digits : std::string();
}

} // namespace

std::optional<CasNumber> repair_cas(std::string_view cell) {
    cell = trim(cell);
    if (auto date = from_any_date(cell))
        return date;
    const std::string_view whole = without_decimals(cell);
    if (whole.size() < cell.size() && all_digits(whole))
        return CasNumber::parse(whole);
    const std::string digits = without_thousands(cell);
    return digits.empty() ? std::nullopt : CasNumber::parse(digits);
}

std::optional<UnNumber> repair_un(std::string_view cell) {
    const std::string_view digits = without_decimals(trim(cell));
    if (!all_digits(digits) || digits.size() < 2)
        return std::nullopt;
    return UnNumber::parse(fmt::format("{:0>4}", digits));
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> hs_codes_of_exponent(std::string_view cell) {
    constexpr int longest = 12;
    constexpr int ten = 10;
    if (cell.find('+') == std::string_view::npos)
        return std::nullopt;
    const std::string text = ascii_lower(trim(cell));
    const std::size_t letter = text.find("e+");
    if (letter == std::string::npos || letter == 0)
        return std::nullopt;
    std::string mantissa = text.substr(0, letter);
    std::replace(mantissa.begin(), mantissa.end(), ',', '.');
    double figure = 0;
    int exponent = 0;
    const auto number = std::from_chars(mantissa.data(), mantissa.data() + mantissa.size(), figure);
    const auto power =
        std::from_chars(text.data() + letter + 2, text.data() + text.size(), exponent);
    if (number.ec != std::errc{} || number.ptr != mantissa.data() + mantissa.size() ||
        power.ec != std::errc{} || exponent < 5 || exponent >= longest || exponent % 2 == 0)
        return std::nullopt;
    const std::size_t point = mantissa.find('.');
    const int decimals =
        point == std::string::npos ? 0 : static_cast<int>(mantissa.size() - point - 1);
    const double half = std::pow(10.0, -decimals) / 2;
    const double scale = std::pow(10.0, ten - 1);
    return std::pair(static_cast<std::uint64_t>(std::max(0.0, (figure - half) * scale)),
                     static_cast<std::uint64_t>((figure + half) * scale));
}

bool has_wrong_check_digit(std::string_view code) {
    const auto groups = groups_of(trim(code), "-");
    return groups.size() == 3 && std::all_of(groups.begin(), groups.end(), all_digits) &&
           groups[0].size() >= 2 && groups[0].size() <= 7 && groups[1].size() == 2 &&
           groups[2].size() == 1 && !CasNumber::parse(code);
}

} // namespace preflag
