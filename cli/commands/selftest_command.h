#pragma once

#include "commands/command.h"

namespace preflag {

/// preflag selftest: the canary lines through the user's own packs.
Command add_selftest(CLI::App& app);

} // namespace preflag
