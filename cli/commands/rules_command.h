#pragma once

#include "commands/command.h"

#include <vector>

namespace preflag {

/// preflag rules list | check | test | show | diff.
std::vector<Command> add_rules(CLI::App& app);

} // namespace preflag
