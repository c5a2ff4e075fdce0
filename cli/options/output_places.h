#pragma once

#include "options/screen_plan.h"

namespace preflag {

/// Throws UsageError when two files of the run have the same place, when one would replace a
/// manifest, or when one would lie in a folder that is screened, where the next run would read it
/// as a manifest. Different spellings of a path and links are seen through.
void check_output_places(const ScreenPlan& plan);

} // namespace preflag
