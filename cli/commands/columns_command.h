#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag columns: how a manifest would be read, without screening it.
Command columns_command();

} // namespace preflag
