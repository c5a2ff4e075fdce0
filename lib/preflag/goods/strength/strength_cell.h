#pragma once

#include <preflag/base/cell_styles.h>
#include <preflag/goods/concentration.h>
#include <preflag/goods/lexicon/reading_vocabulary.h>

#include <optional>
#include <string_view>

namespace preflag {

/// A whole cell of a strength column: "35", "35 %", "30-35 % w/w", "0,35" with the unit hint
/// "fraction". nullopt when the cell holds anything else. `style` is that of the column's numbers.
std::optional<Concentration> read_strength_cell(std::string_view cell, std::string_view unit_hint,
                                                const ReadingVocabulary& words,
                                                DecimalMark style = DecimalMark::unknown);

} // namespace preflag
