#pragma once

#include "options/command.h"

namespace preflag {

/// preflag explain SUBJECT.
Command explain_command();

} // namespace preflag
