#pragma once

#include <preflag/goods/line/belief.h>
#include <preflag/goods/line/goods_text.h>
#include <preflag/goods/strength/strength_statement.h>

#include <vector>

namespace preflag {

/// Nitrogen as nitrate and as ammonium, stated side by side in a text: each nitrate with an
/// equivalent of ammonium counts as ammonium nitrate, whatever salt it came from.
void add_nitrogen_split(const Lexicon& lexicon, const GoodsText& text, const Belief& belief,
                        std::vector<StrengthStatement>& statements);

/// Nitrogen grades of a text: "33.5-0-0", "AN 34.4", "CAN 27", "N 34".
void add_grades(const Lexicon& lexicon, const GoodsText& text, const Belief& belief,
                std::vector<StrengthStatement>& statements);

/// Products of a known make-up: of "UAN 32" not all nitrogen comes from ammonium nitrate.
void add_products(const GoodsLine& line, const Belief& belief,
                  std::vector<StrengthStatement>& statements);

} // namespace preflag
