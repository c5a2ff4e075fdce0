#pragma once

#include <preflag/rules/verdict.h>

#include <string>
#include <string_view>

namespace preflag {

/// The text in the colour of a severity.
std::string in_colour_of(Severity severity, std::string_view text);

/// The text in the colour of trouble.
std::string in_alarm_colour(std::string_view text);

} // namespace preflag
