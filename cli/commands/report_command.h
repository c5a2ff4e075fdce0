#pragma once

#include "options/command.h"

namespace preflag {

/// preflag report convert, preflag report card.
Command report_command();

} // namespace preflag
