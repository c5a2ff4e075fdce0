#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/line/belief.h>
#include <preflag/goods/line/line_context.h>

#include <vector>

namespace preflag {

/// How sure it is that a line holds the candidate's substance.
Confidence confidence_of(const Candidate& candidate, LineContext& context);

/// The substances that a line holds, without strengths and quantities. A basket subheading only
/// supports other evidence, and an exact one counts alone where nothing else is named or cancelled.
std::vector<Identification> identified(const Lexicon& lexicon, const GoodsLine& line,
                                       const Belief& belief, LineContext& context);

/// Adds the substances that a product also counts as ("CAN 27" as ammonium nitrate), with the
/// strength that its nitrogen gives them. One that is there already, by a code, gets the strength.
void add_related(const Lexicon& lexicon, std::vector<Identification>& substances);

} // namespace preflag
