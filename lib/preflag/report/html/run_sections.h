#pragma once

#include <preflag/report/html/card_html.h>
#include <preflag/run/summary.h>

#include <string>

namespace preflag {

// The parts of a page that are about the run as a whole. A report that was kept without its run has
// an empty version: then the parts say so.

/// Why the result is not to be trusted; empty when it is complete.
std::string warnings_html(const RunReport& run);
std::string not_assessable_html(const RunReport& run);
std::string not_checked_html(const RunReport& run);
/// Inputs, packs, lists and settings with their digests.
std::string facts_html(const RunReport& run, const AdviceSource& page);

} // namespace preflag
