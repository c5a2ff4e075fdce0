#pragma once

#include "options/command.h"

#include <functional>
#include <string>
#include <vector>

namespace preflag {

/// Calls `visit` for every command with its words behind "preflag", outer ones first.
void for_each_command(const Command& program,
                      const std::function<void(const Command&, const std::string& path)>& visit);

/// Everything that may stand behind a command: nested commands, words of its arguments, options.
std::vector<std::string> words_behind(const Command& command);

/// Whether an argument of the command is a file or folder.
bool takes_files(const Command& command);

/// A description as shells take it: without quotes, brackets and colons.
std::string plain_description(std::string text);

} // namespace preflag
