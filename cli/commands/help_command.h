#pragma once

#include "command_line/command_line.h"

namespace preflag {

/// Prints what the last command of `path` does, as wide as the terminal.
void print_help(const CommandPath& path);

/// preflag help [COMMAND]: `program` has all commands when it runs, and outlives it.
Command help_command(const Command& program);

} // namespace preflag
