#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

using Date = std::chrono::year_month_day;

/// "2026-11-23". Strict; used for packs and options.
std::optional<Date> parse_iso_date(std::string_view text);

std::string to_string(Date date);

/// The day that spreadsheets which count from 1900 write as `serial`; 36526 is 2000-01-01. Days
/// before March 1900 are one off, because those spreadsheets have a 1900-02-29.
Date date_of_serial(int serial);

/// Today in UTC.
Date today();

} // namespace preflag
