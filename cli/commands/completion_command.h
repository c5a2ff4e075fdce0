#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag completion bash|zsh|fish: a completion script made from the very options that are
/// parsed.
Command completion_command(const Command& program);

} // namespace preflag
