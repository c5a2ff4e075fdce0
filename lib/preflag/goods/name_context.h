#pragma once

#include <preflag/goods/cell_text.h>
#include <preflag/goods/reading_words.h>

#include <optional>
#include <span>
#include <string>

namespace preflag {

/// Why the words around a name make it say nothing about the goods ("acetone-free", "pump for
/// nitric acid", "... battery"): the cancelling words as written, or nullopt when it counts. `names`
/// are all names in the cell; words inside of them cancel nothing.
std::optional<std::string> cancelling_words(const CellText& cell, LexemeRange name,
                                            std::span<const LexemeRange> names,
                                            const ReadingWords& words);

/// Whether the goods are only remains of what is named ("last contained ...").
bool is_remainder(const CellText& cell, const ReadingWords& words);

/// Whether an ambiguous short name (AN, CAN, HP) is written as one, and the text gives it some
/// support: a word of the chemical trade, or a figure right behind it.
bool is_supported(const CellText& cell, LexemeRange name, const ReadingWords& words);

} // namespace preflag
