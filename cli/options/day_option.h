#pragma once

#include <preflag/base/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// The day that is given for an option as 2026-12-31; nullopt when none is. Throws UsageError, with
/// the option's name, for any other word.
std::optional<Date> day_option(std::string_view option, const std::string& word);

} // namespace preflag
