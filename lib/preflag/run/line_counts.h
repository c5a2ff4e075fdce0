#pragma once

#include <preflag/run/near_miss.h>
#include <preflag/run/summary.h>
#include <preflag/screening/screened_line.h>

namespace preflag {

/// Adds a line to what the run counted, by what is open on it and what was cleared. The line must
/// have been weighed. Lines read and rejected are counted elsewhere.
void count_line(const ScreenedLine& line, Severity min_severity, const NearMargin& margin,
                Summary& counts);

} // namespace preflag
