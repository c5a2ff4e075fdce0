#pragma once

#include <preflag/rules/rule_set.h>
#include <preflag/screening/finding.h>

#include <span>
#include <vector>

namespace preflag {

/// What a line's score is made of: its heaviest law, each red flag and contradiction, and its worst
/// match in a watchlist. Only findings that are open count; parts without points are left out.
std::vector<ScorePart> score_parts(std::span<const Finding> findings);

/// Their sum, at most 100.
int score_of(std::span<const ScorePart> parts);

/// Sets the line's score, its parts and its severity by the findings that are open.
void set_score(ScreenedLine& line, const RuleSet& rules);

/// Puts the findings in order, listed parties first, then what the law restricts, then by score,
/// and sets the score.
void weigh(ScreenedLine& line, const RuleSet& rules);

} // namespace preflag
