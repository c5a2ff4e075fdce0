#pragma once

#include <preflag/goods/interval.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What a limit value measures.
enum class Measure {
    weight_percent,       ///< "% w/w"
    nitrogen_percent,     ///< "% N", nitrogen in relation to ammonium nitrate
    particle_micrometres, ///< "um"
    metal_percent,        ///< "% w/w metal"
    kilograms,            ///< "kg", of the goods
};

/// "% w/w", "% N", "um", "% w/w metal", "kg".
std::string_view unit_of(Measure measure);

/// ">", ">=", "<", "<=".
std::string_view sign_of(Operator op);

struct LimitTerm {
    Measure measure = Measure::weight_percent;
    Operator op = Operator::above;
    double value = 0;
};

/// A law's limit: all terms must hold. No terms: any concentration, presence is enough.
/// `text` is the law's own wording as the pack has it, "> 12 % w/w".
struct Limit {
    std::string text;
    std::vector<LimitTerm> terms;

    /// Reads "> 12 % w/w", ">= 16 % N", "< 200 um and >= 70 % w/w metal",
    /// ">= 35 % w/w and >= 182 kg", "any"; nullopt for anything else, more than 100 % included.
    static std::optional<Limit> parse(std::string_view text);
};

} // namespace preflag
