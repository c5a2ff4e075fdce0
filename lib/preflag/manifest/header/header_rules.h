#pragma once

#include <preflag/base/field.h>
#include <preflag/manifest/header/header_phrases.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// What the words of a header mean together: whose address it is, that a price per kilogram is no
/// weight, that the wording of an HS code is no HS code. Data of rules/fields.yaml.
struct HeaderRules {
    /// Columns of a value, a date, a vessel: never read as goods, quantity or strength.
    HeaderPhrases guards;
    /// Parties by the name of their field, in the order they are looked for.
    std::vector<std::pair<Field, HeaderPhrases>> parties;
    /// "address", "country", ... by the ending of the field's name, in that order; those that
    /// belong to no field have an empty name.
    std::vector<std::pair<std::string, HeaderPhrases>> attributes;
    HeaderPhrases names;        ///< "name", "nombre"
    HeaderPhrases descriptions; ///< "description", "Bezeichnung"
    HeaderPhrases units;        ///< "unit", "UOM", "Einheit"
    HeaderPhrases figures;      ///< "value", "amount": of the measure that the keys above name
    HeaderPhrases each;         ///< "per package", "each": of one package
    HeaderPhrases numbers;      ///< "No", "number"

    /// The field of a header that says something about a party; a field of nullopt when there is no
    /// field for it (a fax number). Nullopt when the header names no party or nothing about it.
    [[nodiscard]] std::optional<std::optional<Field>>
    about_a_party(const HeaderVocabulary& words) const;

    /// The party of a header that says nothing but whose name it is; `words` without filler.
    [[nodiscard]] std::optional<Field> party(const HeaderVocabulary& words) const;

    /// The field of a header in which the phrase of `field` was found, but not as the whole header;
    /// nullopt when there is none (the unit of a volume). `outside` are the words that do not stand
    /// in parentheses: "Quantity (units)" is a quantity.
    [[nodiscard]] std::optional<Field> refined(Field field, const std::string& phrase,
                                               const HeaderVocabulary& words,
                                               const HeaderVocabulary& outside) const;

    /// The field of a header that names a share: a strength or nothing, but no weight.
    [[nodiscard]] static std::optional<Field> as_percentage(Field field);

    [[nodiscard]] bool is_guarded(const HeaderVocabulary& words) const;

  private:
    [[nodiscard]] HeaderVocabulary with_compounds_split(const HeaderVocabulary& words) const;
};

/// Whether a field tells what the goods are, how strong or how much: what must not be guessed.
bool is_about_goods(Field field);

} // namespace preflag
