#pragma once

#include "commands/command.h"

namespace preflag {

/// preflag explain ID|SUBSTANCE|CAS|HS.
Command add_explain(CLI::App& app);

} // namespace preflag
