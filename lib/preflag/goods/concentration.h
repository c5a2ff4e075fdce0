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
    nitrate_nitrogen,  ///< % w/w of nitrogen as nitrate
    ammonium_nitrogen, ///< % w/w of nitrogen as ammonium
    mol_per_litre,
    normality,
    gram_per_litre,
    volumes_of_oxygen,
    degrees_baume,
    phosphorus_pentoxide,
};

/// "% w/w", "% N", "mol/l", ...
std::string_view unit_of(Basis basis);
/// The name that data files use: "weight-by-weight". nullopt for an unknown one.
std::optional<Basis> parse_basis(std::string_view name);

/// A strength as written: an interval in the unit of its basis.
struct Concentration {
    Interval value;
    Basis basis = Basis::not_stated;

    friend bool operator==(const Concentration&, const Concentration&) = default;
};

/// "35", "30-35", "< 12", "> 60": an interval without its unit.
std::string to_string(const Interval& interval);
/// "35 % w/w", "30-35 %", "< 12 % w/w".
std::string to_string(const Concentration& concentration);

} // namespace preflag
