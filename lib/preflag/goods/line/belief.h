#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/line/goods_text.h>
#include <preflag/goods/line/line_context.h>

#include <string>
#include <vector>

namespace preflag {

/// What a hit is worth by itself.
enum class Worth {
    counts,
    needs_support, ///< a short name that is written for many things
    other_product, ///< names something else
    cancelled,     ///< the words around it say that the goods are something else
};

struct Judgement {
    Worth worth = Worth::counts;
    std::string because; ///< why it does not count
};

/// Codes count as they are, names after a look around. The hit must be one of the line's.
Judgement judge(const Hit& hit, const GoodsLine& line, LineContext& context);

/// A substance and the hits that speak for it, in reading order; they belong to the line.
struct Candidate {
    SubstanceId substance{};
    std::vector<const Hit*> hits;
};

/// What counts on a line and what does not.
struct Belief {
    std::vector<Candidate> candidates; ///< in the order of their first hits
    std::vector<const Hit*> other_products;
    std::vector<CancelledEvidence> cancelled;
};

/// Judges all hits of a line; short names count when another hit or the text supports them. A UN
/// number of several substances (1454, 1499) speaks only where nothing but codes of that kind names
/// one of them; tariff codes do so anyway, see `identified`.
Belief believed(const Lexicon& lexicon, const GoodsLine& line, LineContext& context);

} // namespace preflag
