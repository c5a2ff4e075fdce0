#pragma once

#include "command_line/command_line.h"

#include <cstddef>
#include <string>

namespace preflag {

/// What the last command of `path` does, its arguments, options by group, and what its exit status
/// says; no line is wider than `width` columns unless a single word is.
std::string help_page(const CommandPath& path, std::size_t width);

/// "preflag rules diff [OPTION]... OLD NEW".
std::string usage_of(const CommandPath& path);

} // namespace preflag
