#pragma once

#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/line/goods_text.h>

#include <optional>
#include <span>
#include <string>

namespace preflag {

/// The first particle size among the tokens, in micrometres: "< 63 um", "325 mesh",
/// "D50 20 micron".
std::optional<Interval> read_particle_size(std::span<const Lexeme> tokens, const Lexicon& lexicon);

/// The size of its own column, else of the texts.
std::optional<Interval> particle_size(const Lexicon& lexicon, const GoodsLine& line);

/// A particle size as people write it, with four digits: "< 63 um", "45.85 um", "100-149 um".
std::string micrometre_text(const Interval& size);

} // namespace preflag
