#pragma once

#include <preflag/goods/concentration.h>
#include <preflag/goods/lexicon/reading_vocabulary.h>
#include <preflag/goods/text/lexemes.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace preflag {

/// A strength figure in a goods text, and the lexemes that it takes up.
struct StrengthFigure {
    Concentration concentration;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Written too short to be a strength anywhere but right behind a name: "HNO3 68", "acid 68pc".
    bool needs_name = false;
    /// "100 % < 45 microns": how much passes a sieve, when the purity is stated as well.
    bool may_be_sieved = false;
};

/// All figures that may be strengths, in order: "35 %", "30-35PCT w/w", "max. 12 %", "%98", "2N",
/// "40 vol", "36 Be", "34,4 % N", "< 12 %", "300 g/l". What they belong to is for the caller to
/// tell.
std::vector<StrengthFigure> find_strength_figures(std::span<const Lexeme> lexemes,
                                                  const ReadingVocabulary& words);

} // namespace preflag
