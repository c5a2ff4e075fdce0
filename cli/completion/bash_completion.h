#pragma once

#include "command_line/command.h"

#include <string>

namespace preflag {

/// A script that completes commands, options, choices, files and folders in bash.
std::string bash_completion(const Command& program);

} // namespace preflag
