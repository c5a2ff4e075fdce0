#pragma once

#include "options/screen_options.h"

namespace preflag {

/// Loads packs, screens every manifest, writes reports and summary, returns the exit status. A
/// manifest that cannot be read is told and the others go on: the run is incomplete, or has no
/// result when it was the only one. No report is left half-written.
int run_screen(const ScreenPlan& plan);

} // namespace preflag
