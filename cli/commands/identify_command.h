#pragma once

#include "commands/command.h"

namespace preflag {

/// `preflag identify TEXT`: what is read in one goods description, and why.
Command add_identify(CLI::App& app);

} // namespace preflag
