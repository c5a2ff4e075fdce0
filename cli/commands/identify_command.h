#pragma once

#include "command_line/command.h"

namespace preflag {

/// `preflag identify TEXT`: what is read in one goods description, and why.
Command identify_command();

} // namespace preflag
