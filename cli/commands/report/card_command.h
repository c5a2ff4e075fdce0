#pragma once

#include "command_line/command.h"

namespace preflag {

/// report card: one finding of a kept report on one page.
Command card_command();

} // namespace preflag
