#pragma once

#include "commands/command.h"

namespace preflag {

/// preflag completion bash|zsh|fish: a completion script made from the very options that are
/// parsed.
Command add_completion(CLI::App& app);

} // namespace preflag
