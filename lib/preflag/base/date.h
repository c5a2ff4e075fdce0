#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

using Date = std::chrono::year_month_day;

/// "2026-11-23". Strict; used for packs and options.
std::optional<Date> parse_iso_date(std::string_view text);

/// Dates as manifests write them: ISO with or without time, "23.11.2026", "23/11/2026", "20261123",
/// "23-NOV-2026", "Nov 23, 2026". A day/month order that cannot be told (both at most 12) is read
/// as day first, except with "/" where it is nullopt: an ambiguous date is no date.
std::optional<Date> parse_manifest_date(std::string_view text);

std::string to_string(Date date);

/// Today in UTC.
Date today();

} // namespace preflag
