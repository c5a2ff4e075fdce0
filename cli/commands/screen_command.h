#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag screen: manifests in, flagged lines out.
Command screen_command();

} // namespace preflag
