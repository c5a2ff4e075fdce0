#include <preflag/goods/line/belief.h>
#include <preflag/goods/reading/code_notes.h>
#include <preflag/goods/reading/contradictions.h>
#include <preflag/goods/reading/finished_product.h>
#include <preflag/goods/reading/identifying.h>
#include <preflag/goods/reading/line_quantity.h>
#include <preflag/goods/reading/particle_size.h>
#include <preflag/goods/reading/read_goods.h>
#include <preflag/goods/strength/strengths.h>

namespace preflag {

GoodsReading read_goods(const Lexicon& lexicon, const FieldValues& cells,
                        std::span<const Hit> hits) {
    const GoodsLine line = read_line(lexicon, cells, hits);
    LineContext context(lexicon, line);
    Belief belief = believed(lexicon, line, context);
    GoodsReading reading;
    reading.substances = identified(lexicon, line, belief, context);
    reading.cancelled = std::move(belief.cancelled);
    if (reading.substances.empty())
        return reading;
    reading.notes = notes_on_codes(line);
    reading.product = finished_product(lexicon.words, line);
    const auto size = particle_size(lexicon, line);
    for (Identification& item : reading.substances)
        item.particle_micrometres = size;
    read_strengths(lexicon, line, belief, context, reading);
    add_related(lexicon, reading.substances);
    const LineWeights weights = read_weights(cells, lexicon.units);
    read_quantity(lexicon.units, line, weights, reading);
    find_contradictions(lexicon, line, weights, reading);
    return reading;
}

} // namespace preflag
