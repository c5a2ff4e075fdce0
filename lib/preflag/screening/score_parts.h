#pragma once

#include <preflag/screening/finding.h>

#include <span>
#include <vector>

namespace preflag {

/// What a line's score is made of: its heaviest law, each red flag and contradiction, and its worst
/// match in a watchlist. Only findings that are open count; parts without points are left out.
std::vector<ScorePart> score_parts(std::span<const Finding> findings);

/// Their sum, at most 100.
int score_of(std::span<const ScorePart> parts);

} // namespace preflag
