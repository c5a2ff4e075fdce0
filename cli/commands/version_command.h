#pragma once

#include "commands/command.h"

namespace preflag {

/// `preflag version`: of the program and of everything that scripts read.
Command add_version(CLI::App& app);

} // namespace preflag
