#pragma once

#include <preflag/report/html/page_tally.h>
#include <preflag/screening/screened_line.h>

#include <string>
#include <vector>

namespace preflag {

/// The row of a line in the table of all lines: a <tr>, as short as it can be, since there may be
/// 100,000 of them. `rules` as PageTally::add gives them.
std::string row_html(const ScreenedLine& line, const std::vector<std::size_t>& rules,
                     PageTally& tally);

} // namespace preflag
