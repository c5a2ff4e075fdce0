#pragma once

#include "options/command.h"

namespace preflag {

/// preflag lists check | search | compile.
Command lists_command();

} // namespace preflag
