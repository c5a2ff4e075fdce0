#pragma once

#include <preflag/report/card/advice.h>
#include <preflag/screening/screened_line.h>

#include <string>
#include <vector>

namespace preflag {

/// Everything about a line for the person who has to act on it: an <article>. `rules` as
/// PageTally::add gives them.
std::string card_html(const ScreenedLine& line, const std::vector<std::size_t>& rules,
                      const AdviceSource& source);

} // namespace preflag
