#pragma once

#include "commands/command.h"

namespace preflag {

/// preflag screen: manifests in, flagged lines out.
Command add_screen(CLI::App& app);

} // namespace preflag
