#include <preflag/base/date.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

#include <array>
#include <vector>

namespace preflag {

namespace {

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok() || year < 1900 || year > 2199)
        return std::nullopt;
    return date;
}

struct DatePart {
    std::string_view text;
    int number = -1;
    char separator = '\0'; ///< the character before the part
};

/// The first three runs of letters or digits; what follows them (a time) does not matter.
std::vector<DatePart> parts_of(std::string_view text) {
    std::vector<DatePart> parts;
    std::size_t i = 0;
    while (i < text.size() && parts.size() < 3) {
        const bool digit = is_ascii_digit(text[i]);
        if (!digit && !is_ascii_letter(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() &&
               (digit ? is_ascii_digit(text[end]) : is_ascii_letter(text[end])))
            ++end;
        DatePart part{text.substr(i, end - i), -1, i == 0 ? '\0' : text[i - 1]};
        if (digit)
            part.number = parse_number<int>(part.text).value_or(-1);
        parts.push_back(part);
        i = end;
    }
    return parts;
}

std::optional<unsigned> month_by_name(std::string_view name) {
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    if (name.size() < 3)
        return std::nullopt;
    const std::string start = ascii_lower(name.substr(0, 3));
    for (unsigned i = 0; i < months.size(); ++i)
        if (months[i] == start)
            return i + 1;
    return std::nullopt;
}

int full_year(const DatePart& part) {
    return part.text.size() == 2 && part.number >= 0 ? 2000 + part.number : part.number;
}

std::optional<Date> compact_date(std::string_view digits) {
    if (digits.size() != 8)
        return std::nullopt;
    return make_date(parse_number<int>(digits.substr(0, 4)).value_or(0),
                     static_cast<unsigned>(parse_number<int>(digits.substr(4, 2)).value_or(0)),
                     static_cast<unsigned>(parse_number<int>(digits.substr(6, 2)).value_or(0)));
}

std::optional<Date> numeric_date(const std::vector<DatePart>& parts) {
    const auto as_unsigned = [](int number) { return static_cast<unsigned>(number); };
    if (parts[0].text.size() == 4)
        return make_date(parts[0].number, as_unsigned(parts[1].number),
                         as_unsigned(parts[2].number));
    const bool could_be_either = parts[0].number <= 12 && parts[1].number <= 12;
    if (could_be_either && parts[1].separator == '/' && parts[0].number != parts[1].number)
        return std::nullopt;
    const bool month_first = parts[1].number > 12;
    const DatePart& day = month_first ? parts[1] : parts[0];
    const DatePart& month = month_first ? parts[0] : parts[1];
    return make_date(full_year(parts[2]), as_unsigned(month.number), as_unsigned(day.number));
}

std::optional<Date> named_month_date(const std::vector<DatePart>& parts) {
    const bool month_first = parts[0].number < 0;
    const auto month = month_by_name(month_first ? parts[0].text : parts[1].text);
    const DatePart& day = month_first ? parts[1] : parts[0];
    if (!month || day.number < 0 || parts[2].number < 0)
        return std::nullopt;
    return make_date(full_year(parts[2]), *month, static_cast<unsigned>(day.number));
}

} // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = parse_number<int>(text.substr(0, 4));
    const auto month = parse_number<int>(text.substr(5, 2));
    const auto day = parse_number<int>(text.substr(8, 2));
    if (!year || !month || !day || *month < 0 || *day < 0)
        return std::nullopt;
    return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Date> parse_manifest_date(std::string_view text) {
    const auto parts = parts_of(trim(text));
    if (parts.size() == 1 || (!parts.empty() && parts[0].text.size() == 8))
        return compact_date(parts[0].text);
    if (parts.size() < 3)
        return std::nullopt;
    if (parts[0].number >= 0 && parts[1].number >= 0 && parts[2].number >= 0)
        return numeric_date(parts);
    return named_month_date(parts);
}

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Date today() {
    return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

} // namespace preflag
