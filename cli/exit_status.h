#pragma once

#include <preflag/run/exit_status.h>

namespace preflag {

/// What the statuses of a run mean, for help, the manual and whoever else tells it.
inline constexpr const char* clean_meaning = "complete, nothing at or above --fail-on";
inline constexpr const char* flagged_meaning = "complete, something at or above --fail-on";
inline constexpr const char* no_result_meaning =
    "no result: wrong usage, configuration or rules, no input that could be read, or an output "
    "that could not be written";
inline constexpr const char* not_trusted_meaning =
    "incomplete or not to be trusted, findings are written: an input or a line that could not be "
    "read, a canary missed, a pack or list too old";

} // namespace preflag
