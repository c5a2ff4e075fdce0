#pragma once

#include <preflag/report/html/page_tally.h>
#include <preflag/run/summary.h>

#include <string>

namespace preflag {

// Charts as tables with a bar of inline SVG in each row: the figures can be read, printed and
// copied where bars cannot be seen.

std::string severity_chart(const PageTally& tally);
/// Law by law: lines that meet a limit, and those on which it could not be decided.
std::string law_chart(const RunReport& run);
/// Which substance goes from where to where, the most frequent first; what is not shown is counted.
std::string route_chart(const PageTally& tally);

} // namespace preflag
