#pragma once

#include "options/command.h"

namespace preflag {

/// `preflag decide add | list | prune`: recorded decisions on findings.
Command decide_command();

} // namespace preflag
