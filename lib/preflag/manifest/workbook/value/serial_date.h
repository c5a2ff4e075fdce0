#pragma once

#include <optional>
#include <string>

namespace preflag {

/// From where a workbook counts the days: 1900 with the 29th of February that year did not have, or
/// 1904.
enum class DateEpoch { of_1900, of_1904 };

/// What a number stands for that is shown as a date, a time of day, or both.
enum class SerialKind { date, time, date_time };

/// "2026-11-27", "14:30:00", "2026-11-27 14:30:00". A date with a time that is not shown is the
/// date alone. nullopt outside of the years 1900 to 9999, where no date is shown either.
std::optional<std::string> serial_date(double days, SerialKind kind, DateEpoch epoch);

} // namespace preflag
