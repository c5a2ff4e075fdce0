#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag rules list | check | test | show | diff.
Command rules_command();

} // namespace preflag
