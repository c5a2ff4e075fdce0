#pragma once

#include "command_line/command.h"

#include <string>
#include <vector>

namespace preflag {

// Sentences for words on the command line that CLI11 could not place.

/// `rest` does not begin with a command of the last one of `path`.
std::string no_command(const CommandPath& path, const std::vector<std::string>& rest);

/// `rest` has an option that the command does not know, or an argument too many.
std::string unexpected_words(const CommandPath& path, const std::vector<std::string>& rest);

} // namespace preflag
