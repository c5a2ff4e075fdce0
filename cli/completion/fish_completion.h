#pragma once

#include "command_line/command.h"

#include <string>

namespace preflag {

/// A script that completes commands, options, choices, files and folders in fish.
std::string fish_completion(const Command& program);

} // namespace preflag
