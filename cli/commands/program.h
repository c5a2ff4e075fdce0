#pragma once

#include "command_line/command.h"

namespace preflag {

/// Makes `program` the whole command line: every command with its options. The object must stay
/// where it is, because some commands look at it.
void describe_program(Command& program);

} // namespace preflag
