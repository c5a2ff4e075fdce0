#pragma once

#include "command_line/command.h"

#include <string>

namespace preflag {

/// The manual in mdoc: `prose` with the line `.\" SYNOPSIS` replaced by the usage of every command,
/// the line `.\" OPTIONS` by all options, group by group, and the line `.\" STATUSES` by what the
/// exit status of each command says.
std::string manual_page(const std::string& prose, const Command& program);

} // namespace preflag
