#pragma once

#include "command.h"

#include <vector>

namespace preflag {

/// preflag rules list | check | test.
std::vector<Command> add_rules(CLI::App& app);

} // namespace preflag
