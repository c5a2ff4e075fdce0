#pragma once

#include "options/command.h"

namespace preflag {

/// preflag screen: manifests in, flagged lines out.
Command screen_command();

} // namespace preflag
