#pragma once

#include <preflag/goods/text/phrase_set.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// Units of mass, volume and particle size, and the words for packages, as rules/units.yaml has
/// them. Units are kept by `unit_key`.
struct UnitTable {
    using Factors = std::map<std::string, double, std::less<>>;

    Factors kilograms, litres, micrometres; ///< so many in one of the unit
    PhraseSet mesh, packages;
    PhraseSet times;       ///< between a number of packages and the content of each: "a"
    PhraseSet times_signs; ///< between the content of each and a number of packages: "x"
    PhraseSet each;        ///< between a content and the package that has it: "25 kg per bag"
    double micrometres_times_mesh = 0;
    /// The unit that a weight column without any is taken to be in; empty for none.
    std::string weights_without_unit;

    /// Whether a lexeme is a unit of mass or volume ("35 kg" is no strength).
    [[nodiscard]] bool is_amount_unit(const Lexeme& lexeme) const {
        return lexeme.kind == Lexeme::Kind::word &&
               (kilograms.contains(lexeme.text) || litres.contains(lexeme.text));
    }
    /// Whether a kind of package is named at `place` ("25 bags" is no grade).
    [[nodiscard]] bool is_package(std::span<const Lexeme> lexemes, std::size_t place) const {
        return packages.at(lexemes, place) > 0;
    }
};

/// A unit as the table keeps it, which is as the lexer leaves its words: "Kgs" -> "kgs".
std::string unit_key(std::string_view word);

/// The factor of a unit by its key; nullopt for an unknown one.
std::optional<double> factor_of(const UnitTable::Factors& factors, std::string_view key);

} // namespace preflag
