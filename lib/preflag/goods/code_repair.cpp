#include <preflag/base/cells/written_date.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>
#include <preflag/goods/code_repair.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
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

void add_once(std::optional<CasNumber> cas, std::vector<CasNumber>& numbers) {
    if (cas && std::find(numbers.begin(), numbers.end(), *cas) == numbers.end())
        numbers.push_back(*cas);
}

/// The CAS numbers whose groups became year, month and day. A spreadsheet reads a first group of
/// two digits as a year of the 1930s to the 2020s.
void add_of_date(Date date, std::vector<CasNumber>& numbers) {
    constexpr int first_short_year = 1930, last_short_year = 1999, century = 100;
    constexpr unsigned last_single_digit = 9;
    const int year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    const auto day = static_cast<unsigned>(date.day());
    if (day > last_single_digit)
        return;
    const auto as_cas = [&](int group) {
        return CasNumber::parse(fmt::format("{}-{:02}-{}", group, month, day));
    };
    if (year < first_plausible_year || year > last_plausible_year)
        add_once(as_cas(year), numbers);
    else if (year >= first_short_year && year <= last_short_year)
        add_once(as_cas(year % century), numbers);
}

/// The day that a spreadsheet counts as `digits`.
void add_of_serial(std::string_view digits, std::vector<CasNumber>& numbers) {
    constexpr int last_serial = 2958465; // 9999-12-31
    const auto serial = parse_number<int>(digits).value_or(0);
    constexpr int first_beyond_shipments = 73051; // 2100
    if (serial >= first_beyond_shipments && serial <= last_serial)
        add_of_date(date_of_serial(serial), numbers);
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

/// The digits of groups of these sizes with one mark between them, whichever, or with none:
/// "231.765.0", "2317650". Empty when the text is none.
std::string joined_groups(std::string_view text, std::initializer_list<std::size_t> sizes) {
    std::string digits;
    std::size_t place = 0;
    for (const std::size_t size : sizes) {
        const bool has_mark = place > 0 && place < text.size() &&
                              std::string_view(".,/_ ").find(text[place]) != std::string_view::npos;
        place += has_mark ? 1 : 0;
        digits += text.substr(std::min(place, text.size()), size);
        place += size;
    }
    return place == text.size() && all_digits(digits) ? digits : std::string();
}

/// "7722,84,1", "7722_84_1", "0007722-84-1": a CAS number with other marks, or zeros in front.
std::optional<CasNumber> cas_of_groups(std::string_view cell) {
    const auto groups = groups_of(cell, "-.,/_");
    if (groups.size() != 3 || !std::all_of(groups.begin(), groups.end(), all_digits) ||
        groups[1].size() != 2 || groups[2].size() != 1)
        return std::nullopt;
    const int year = parse_number<int>(groups[0]).value_or(0);
    if (year >= first_plausible_year && year <= last_plausible_year)
        return std::nullopt;
    std::string_view first = groups[0];
    while (first.size() > 2 && first.front() == '0')
        first.remove_prefix(1);
    return CasNumber::parse(fmt::format("{}-{}-{}", first, groups[1], groups[2]));
}

} // namespace

std::vector<CasNumber> repaired_cas(std::string_view cell) {
    constexpr std::size_t longest = 60;
    std::vector<CasNumber> numbers;
    cell = trim(cell);
    if (cell.size() > longest)
        return numbers;
    for (const Date date : read_distant_date(cell))
        add_of_date(date, numbers);
    const std::string_view whole = without_decimals(cell);
    if (all_digits(whole))
        add_of_serial(whole, numbers);
    if (numbers.empty())
        add_once(cas_of_groups(cell), numbers);
    if (!numbers.empty())
        return numbers;
    if (whole.size() < cell.size() && all_digits(whole))
        add_once(CasNumber::parse(whole), numbers);
    else if (const std::string digits = without_thousands(cell); !digits.empty())
        add_once(CasNumber::parse(digits), numbers);
    return numbers;
}

std::optional<EcNumber> repair_ec(std::string_view cell) {
    const std::string digits = joined_groups(trim(cell), {3, 3, 1});
    return digits.empty() ? std::nullopt
                          : EcNumber::parse(fmt::format("{}-{}-{}", digits.substr(0, 3),
                                                        digits.substr(3, 3), digits.substr(6)));
}

std::optional<UnNumber> repair_un(std::string_view cell) {
    cell = trim(cell);
    const std::string thousands = cell.size() == 5 ? without_thousands(cell) : "";
    const std::string_view digits = thousands.empty() ? without_decimals(cell) : thousands;
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
