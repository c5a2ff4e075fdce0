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

/// Today in UTC.
Date today();

} // namespace preflag
