#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/text/lexemes.h>

#include <cstddef>
#include <optional>

namespace preflag {

/// A place in a cell that speaks for (or, as another product, against) a substance.
struct Hit {
    SubstanceId substance{};
    EvidenceKind kind = EvidenceKind::name;
    Field field = Field::description;
    std::size_t offset = 0; ///< in the cell, in bytes
    std::size_t length = 0;
    bool is_other_product = false;
    std::optional<Interval> content; ///< of a product name, as the next two: see NameEntry
    bool content_is_substance = false;
    bool content_is_stated = false;
    bool is_telling = false;    ///< see NameEntry
    std::optional<UnNumber> un; ///< of UN evidence
    bool is_corrected = false;  ///< read in spite of a typo of the pen
    LexemeRange range;          ///< in a goods text; empty in a column of codes
};

/// A code whose check digit or register says what it means: a CAS, EC, CUS or UN number.
constexpr bool is_number(EvidenceKind kind) {
    return kind == EvidenceKind::cas || kind == EvidenceKind::ec || kind == EvidenceKind::cus ||
           kind == EvidenceKind::un;
}
constexpr bool is_tariff(EvidenceKind kind) {
    return kind == EvidenceKind::hs || kind == EvidenceKind::hs_basket;
}

} // namespace preflag
