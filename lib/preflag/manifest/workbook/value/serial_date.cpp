#include <preflag/base/date.h>
#include <preflag/manifest/workbook/value/serial_date.h>

#include <fmt/format.h>

#include <cmath>

namespace preflag {

namespace {

constexpr double seconds_in_a_day = 86'400;
constexpr int day_that_was_not = 60;          ///< the 29th of February 1900
constexpr double last_serial_day = 2'958'465; ///< the end of 9999, counted from 1900

std::string iso_date(int day, DateEpoch epoch) {
    constexpr int first_of_1904 = 1462; // counted from 1900
    if (epoch == DateEpoch::of_1904)
        return to_string(date_of_serial(day + first_of_1904));
    if (day == day_that_was_not)
        return "1900-02-29";
    return to_string(date_of_serial(day < day_that_was_not ? day + 1 : day));
}

std::string time_of_day(long seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

} // namespace

std::optional<std::string> serial_date(double days, SerialKind kind, DateEpoch epoch) {
    if (!(days >= 0 && days <= last_serial_day))
        return std::nullopt;
    if (kind == SerialKind::time) // also a number of hours
        return time_of_day(std::lround(days * seconds_in_a_day));
    double day = std::floor(days);
    long seconds = std::lround((days - day) * seconds_in_a_day);
    if (seconds == static_cast<long>(seconds_in_a_day)) {
        day += 1;
        seconds = 0;
    }
    std::string text = iso_date(static_cast<int>(day), epoch);
    if (kind == SerialKind::date_time && seconds > 0)
        text += " " + time_of_day(seconds);
    return text;
}

} // namespace preflag
