#pragma once

#include <preflag/goods/line/belief.h>
#include <preflag/goods/line/line_context.h>
#include <preflag/goods/strength/strength_statement.h>

#include <string>
#include <vector>

namespace preflag {

/// All that a line states or implies about the strengths of what it holds. A strength column speaks
/// for a line of one substance only; that, and what cannot be read, goes to `notes`.
std::vector<StrengthStatement> strength_statements(const Lexicon& lexicon, const GoodsLine& line,
                                                   const Belief& belief, const LineContext& context,
                                                   const std::vector<Identification>& substances,
                                                   std::vector<std::string>& notes);

/// Gives the substances of a line their strengths, and brands that are measured more confidence: a
/// brand or short name that stands with a strength of its own is more than a word that looks like
/// one.
void read_strengths(const Lexicon& lexicon, const GoodsLine& line, const Belief& belief,
                    const LineContext& context, GoodsReading& reading);

} // namespace preflag
