#include <preflag/base/date.h>
#include <preflag/base/number.h>

#include <fmt/format.h>

namespace preflag {

namespace {

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok() || year < 1900 || year > 2199)
        return std::nullopt;
    return date;
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

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Date date_of_serial(int serial) {
    constexpr int serial_of_1970 = 25569;
    return std::chrono::sys_days{std::chrono::days{serial - serial_of_1970}};
}

Date today() {
    return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

} // namespace preflag
