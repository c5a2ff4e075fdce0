#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/reading_vocabulary.h>
#include <preflag/goods/line/goods_text.h>

#include <optional>

namespace preflag {

/// What kind of finished goods a line names, by its tariff heading and, where that is none of
/// chemicals as such, by its words. nullopt for chemicals and for goods that are not told.
std::optional<FinishedProduct> finished_product(const ReadingVocabulary& words,
                                                const GoodsLine& line);

} // namespace preflag
