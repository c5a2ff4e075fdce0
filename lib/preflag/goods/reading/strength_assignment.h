#pragma once

#include <preflag/goods/lexicon/reading_words.h>
#include <preflag/goods/reading/cell_text.h>
#include <preflag/goods/reading/strength_figures.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace preflag {

/// A name in a cell that figures may belong to.
struct FigureOwner {
    LexemeRange range;
    std::uint32_t substance = 0;
    bool is_measure = false; ///< of another thing that has no nitrogen: "moisture", "VAT"
    bool is_silent = false;  ///< takes no figures: "solar salt" beside the names of its parts
};

/// The figures of one substance, in reading order.
struct OwnedFigure {
    std::uint32_t substance = 0;
    StrengthFigure figure;
    std::size_t name = 0; ///< where the owner's name begins; the figure's own place without a name
};

/// Tells which figure of a cell belongs to which name: the nearest name, one before the figure
/// rather than one behind it, and none when another thing ("cotton", "VAT", an unlisted chemical)
/// is nearer. Without any name in the cell, figures belong to `only_substance` when that is given.
std::vector<OwnedFigure> assign_figures(const CellText& cell, std::span<const FigureOwner> owners,
                                        std::span<const LexemeRange> other_products,
                                        std::optional<std::uint32_t> only_substance,
                                        const ReadingWords& words);

} // namespace preflag
