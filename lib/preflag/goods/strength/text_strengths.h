#pragma once

#include <preflag/goods/line/belief.h>
#include <preflag/goods/line/goods_text.h>
#include <preflag/goods/strength/strength_statement.h>

#include <optional>
#include <vector>

namespace preflag {

/// The figures of a text that belong to the names in it. Without any name in the text, figures
/// belong to `only_substance`, if that is given.
void add_text_strengths(const Lexicon& lexicon, const GoodsText& text, const Belief& belief,
                        std::optional<SubstanceId> only_substance,
                        std::vector<StrengthStatement>& statements);

/// Several figures for one substance as one: "at least 65 %, but not more than 70 %" is one range;
/// else the figure whose basis laws use, and of equal ones their span. There must be one.
Concentration combined(const std::vector<Concentration>& figures);

} // namespace preflag
