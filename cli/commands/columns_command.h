#pragma once

#include "commands/command.h"

namespace preflag {

/// preflag columns: how a manifest would be read, without screening it.
Command add_columns(CLI::App& app);

} // namespace preflag
