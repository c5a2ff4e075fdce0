#pragma once

#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/line/goods_text.h>
#include <preflag/goods/line/strength_figures.h>

#include <optional>
#include <span>
#include <vector>

namespace preflag {

/// A name in a text that figures may belong to.
struct FigureOwner {
    LexemeRange range;
    SubstanceId substance{};
    bool is_silent = false; ///< takes no figures: "solar salt" beside the names of its parts
};

/// A figure with the substance that it belongs to.
struct OwnedFigure {
    SubstanceId substance{};
    StrengthFigure figure;
    std::size_t name = 0; ///< where the owner's name begins; the figure's own place without a name
};

/// Tells which figure of a text belongs to which name: the nearest name, one before the figure
/// rather than one behind it, and none when another thing ("cotton", "VAT", an unlisted chemical)
/// is nearer. Without any name in the text, figures belong to `only_substance` when that is given.
/// In reading order.
std::vector<OwnedFigure> assign_figures(const GoodsText& text, std::span<const FigureOwner> owners,
                                        std::span<const LexemeRange> other_products,
                                        std::optional<SubstanceId> only_substance,
                                        const ReadingVocabulary& words);

} // namespace preflag
