#pragma once

#include "command_line/command.h"

namespace preflag {

/// `preflag version`: of the program and of everything that scripts read.
Command version_command();

} // namespace preflag
