#pragma once

#include "command_line/command.h"

namespace preflag {

/// `preflag decide add | list | prune`: recorded decisions on findings.
Command decide_command();

} // namespace preflag
