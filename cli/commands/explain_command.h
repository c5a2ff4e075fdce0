#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag explain SUBJECT.
Command explain_command();

} // namespace preflag
