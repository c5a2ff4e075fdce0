#pragma once

#include "commands/command.h"

#include <vector>

namespace preflag {

/// preflag lists check | search | compile.
std::vector<Command> add_lists(CLI::App& app);

} // namespace preflag
