#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag selftest: the canary lines through the user's own packs.
Command selftest_command();

} // namespace preflag
