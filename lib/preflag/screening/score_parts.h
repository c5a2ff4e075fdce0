#pragma once

#include <preflag/rules/rule_set.h>
#include <preflag/screening/screened_line.h>

#include <span>
#include <vector>

namespace preflag {

/// What a line's score is made of: its heaviest law, each red flag and contradiction, and its worst
/// match in a watchlist. Only findings that are open count; parts without points are left out.
std::vector<ScorePart> score_parts(std::span<const Finding> findings);

/// Their sum, at most 100.
int score_of(std::span<const ScorePart> parts);

/// Puts the findings in order, open ones first, of these listed parties first, then what the law
/// restricts, then by score; the open ones make up the line's score and severity. Done once, when
/// nothing can be added to the line and nothing cleared on it any more.
void weigh(ScreenedLine& line, const RuleSet& rules);

} // namespace preflag
