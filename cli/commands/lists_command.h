#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag lists check | search | compile.
Command lists_command();

} // namespace preflag
