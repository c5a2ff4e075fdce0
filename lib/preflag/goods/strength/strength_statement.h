#pragma once

#include <preflag/goods/concentration.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/lexicon.h>

#include <cstdint>
#include <string>
#include <vector>

namespace preflag {

/// What a strength was read from, the most believed first: what was stated as a strength goes
/// before what only follows from a name, a code or the form.
enum class StrengthSource : std::uint8_t {
    column,
    nitrogen_split, ///< nitrate and ammonium nitrogen side by side
    product,        ///< a product of a known make-up, whatever total the text states: "UAN 32"
    text,           ///< a figure that belongs to the name
    grade,          ///< "33.5-0-0", "CAN 27"
    product_band,   ///< a product whose figure in the text would stand for its band
    un_entry,       ///< the strength band of a UN entry
    form,           ///< named as the pure substance
};

/// How a source is told.
Origin origin_of(StrengthSource source);

/// A candidate for the strength of a substance.
struct StrengthStatement {
    SubstanceId substance{};
    StrengthSource source = StrengthSource::column;
    Concentration stated;
    std::string text; ///< as written, or what it follows from
};

/// Gives each substance its best statement: that of the most believed source, and of those the
/// first. A substance without any keeps no strength.
void take_best(const Lexicon& lexicon, const std::vector<StrengthStatement>& statements,
               std::vector<Identification>& substances);

} // namespace preflag
