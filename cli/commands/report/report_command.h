#pragma once

#include "command_line/command.h"

namespace preflag {

/// preflag report convert, preflag report card.
Command report_command();

} // namespace preflag
