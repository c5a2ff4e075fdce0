#pragma once

#include "command_line/command.h"

namespace preflag {

/// report convert: a kept report in another format.
Command convert_command();

} // namespace preflag
