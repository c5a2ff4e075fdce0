#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/reading/line_quantity.h>

namespace preflag {

/// Adds the pairs of statements on one line that cannot both be true: a CAS number of another
/// listed substance than the name ("cas-against-name"), a UN number or tariff code of another one
/// ("un-against-name", "hs-against-name"), a strength outside of the UN entry's band
/// ("un-against-strength"), more than 100 % ("impossible-strength"), net weight above gross
/// ("net-above-gross"). Of pairs of substances it adds the first few only.
void find_contradictions(const Lexicon& lexicon, const GoodsLine& line, const LineWeights& weights,
                         GoodsReading& reading);

} // namespace preflag
