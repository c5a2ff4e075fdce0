#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/line/hit.h>

#include <span>

namespace preflag {

/// The full reading of a line, for the few lines on which the prefilter (EvidenceFinder) found
/// anything; it may allocate. Each step is a function with a header of its own:
///
///     read_line            the cells cut into tokens; figures, amounts and hits found once
///     believed             which hits count, by the words around them (belief.h)
///     identified           the substances that they speak for (identifying.h)
///     finished_product, particle_size
///     read_strengths       the best of all that is stated or implied (strengths.h)
///     add_related          products that also count as another substance
///     read_quantity        kilograms or litres (line_quantity.h)
///     find_contradictions  what cannot both be true
///
/// `hits` are those of the finder for the same cells. The reading points into the lexicon only.
GoodsReading read_goods(const Lexicon& lexicon, const FieldValues& cells,
                        std::span<const Hit> hits);

} // namespace preflag
