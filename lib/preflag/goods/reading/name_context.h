#pragma once

#include <preflag/goods/lexicon/reading_words.h>
#include <preflag/goods/reading/cell_text.h>

#include <optional>
#include <span>
#include <string>

namespace preflag {

/// Why the words around a name make it say nothing about the goods ("acetone-free", "pump for
/// nitric acid", "... battery"): the cancelling words as written, or nullopt when it counts.
/// `names` are all names in the cell; words inside of them cancel nothing.
std::optional<std::string> cancelling_words(const CellText& cell, LexemeRange name,
                                            std::span<const LexemeRange> names,
                                            const ReadingWords& words);

/// The word that makes the goods around a place an article ("label set UN1830"), outside of names.
std::optional<std::string> article_around(const CellText& cell, LexemeRange place,
                                          std::span<const LexemeRange> names,
                                          const ReadingWords& words);

/// Whether packaging is said to be cleaned ("empty drums, ..., washed"), and not to be uncleaned.
bool is_cleaned(const CellText& cell, const ReadingWords& words);

/// Whether the goods are only remains of what is named ("last contained ...").
bool is_remainder(const CellText& cell, const ReadingWords& words);

/// Whether an ambiguous short name (AN, CAN, HP) is written as one, and the text gives it some
/// support: a word of the chemical trade, one of `own_support`, or a figure right behind it.
bool is_supported(const CellText& cell, LexemeRange name, const ReadingWords& words,
                  const PhraseSet& own_support);

} // namespace preflag
