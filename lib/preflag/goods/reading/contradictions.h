#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/catalogue_index.h>
#include <preflag/goods/reading/evidence_finder.h>

#include <vector>

namespace preflag {

/// Adds the pairs of statements on one line that cannot both be true: a CAS number of another
/// listed substance than the name ("cas-against-name"), a strength outside of the UN entry's band
/// ("un-against-strength"), more than 100 % ("impossible-strength"), net weight above gross
/// ("net-above-gross").
void find_contradictions(const Catalogue::Index& index, const FieldValues& line,
                         const std::vector<Hit>& hits, GoodsReading& reading);

} // namespace preflag
