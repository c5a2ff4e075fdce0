#pragma once

#include <cstdint>
#include <string_view>

namespace preflag {

/// The months that a word names in any of the languages that manifests are read in: bit 0 for
/// January. Whole names in every case, their usual abbreviations, and beginnings of three letters
/// or more count; 0 when it is none. A word can be several: "listopad" is October in Croatian and
/// November in Polish and Czech. `word` is folded and holds letters only. Source of the names: the
/// locale data of ICU (Unicode CLDR).
std::uint16_t months_named(std::string_view word);

} // namespace preflag
