#pragma once

#include "command_line/command.h"

namespace preflag {

/// report count: the lines of a kept report, counted by what they have in common.
Command count_command();

} // namespace preflag
