#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/substance.h>

#include <optional>
#include <string>

namespace preflag {

/// A stated strength with what it means in the units that laws use. What the catalogue gives no
/// table for stays without % w/w: undetermined, never guessed.
Strength measure_strength(const Substance& substance, const Concentration& stated, Origin origin,
                          std::string text);

/// Kilograms in one litre at a strength in % w/w; nullopt without a density table.
std::optional<double> density_at(const Substance& substance, double weight_percent);

} // namespace preflag
