#pragma once

#include "commands/command.h"

#include <vector>

namespace preflag {

/// `preflag decide add | list | prune`: recorded decisions on findings.
std::vector<Command> add_decide(CLI::App& app);

} // namespace preflag
