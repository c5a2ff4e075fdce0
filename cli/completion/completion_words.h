#pragma once

#include "command_line/command.h"

#include <string>
#include <vector>

namespace preflag {

/// Everything that may stand behind a command: nested commands, words of its arguments, options.
std::vector<std::string> words_behind(const Command& command);

/// Whether an argument of the command is a file or folder.
bool takes_files(const Command& command);

/// A description as shells take it: without quotes, brackets and colons.
std::string plain_description(std::string text);

} // namespace preflag
