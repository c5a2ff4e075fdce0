#pragma once

#include "command.h"

namespace preflag {

/// preflag explain ID|SUBSTANCE|CAS|HS.
Command add_explain(CLI::App& app);

} // namespace preflag
