#pragma once

#include <preflag/goods/interval.h>

#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// What a strength figure refers to. `nitrogen` is % w/w of nitrogen, `not_stated` a bare per cent
/// figure (compared as w/w, and shown as such).
enum class Basis {
    not_stated,
    weight_by_weight,
    weight_by_volume,
    volume_by_volume,
    nitrogen,
    mol_per_litre,
    normality,
    gram_per_litre,
    volumes_of_oxygen,
    degrees_baume,
    phosphorus_pentoxide,
};

/// "% w/w", "% N", "mol/l", ...
std::string_view unit_of(Basis basis);

/// A strength as written: an interval in the unit of its basis.
struct Concentration {
    Interval value;
    Basis basis = Basis::not_stated;

    friend bool operator==(const Concentration&, const Concentration&) = default;
};

/// Reads a whole cell of a strength column: "35", "35 %", "30-35 % w/w", "max. 12", "0,35" (with
/// unit_hint "fraction"). `unit_hint` is the unit column's or the header's text. nullopt when the
/// cell holds anything else.
std::optional<Concentration> parse_concentration(std::string_view cell,
                                                 std::string_view unit_hint = {});

/// "35 % w/w", "30-35 %", "< 12 % w/w".
std::string to_string(const Concentration& concentration);

} // namespace preflag
