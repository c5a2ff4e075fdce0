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
    HeaderPhrases bare_names;   ///< "Name", of the goods or of a party
    HeaderPhrases formulas;     ///< "Formula": a list of chemicals
    HeaderPhrases deliveries;   ///< "shipping": of where an order goes
    HeaderPhrases billings;     ///< "billing": of who pays it
    HeaderPhrases given_names;  ///< "first name"
    HeaderPhrases family_names; ///< "last name"
    HeaderPhrases companies;    ///< "company"
    HeaderPhrases buyers;       ///< who orders, perhaps for another
    HeaderPhrases amounts;      ///< "amount", of money or of goods
    HeaderPhrases prices;       ///< "price", of the line or of one unit
    HeaderPhrases unit_prices;  ///< "unit price": never the value of the line
    HeaderPhrases rates;        ///< "rate", "%"
    HeaderPhrases taxes;        ///< "VAT"
    HeaderPhrases totals;       ///< "Total", in the first cell of a row
    HeaderPhrases feet;         ///< "Page", "rows selected"
    HeaderPhrases shares;       ///< "mass fraction": 0.35 for 35 %

    /// What a header says about where an order goes, or about who pays it.
    struct PartyPart {
        enum class Kind { given_name, family_name, company, name, address, country, email, phone };
        bool is_billing = false;
        Kind kind = Kind::name;

        /// Of the consignee.
        [[nodiscard]] Field field() const;
    };
    /// Of a header with nothing else in it: "Shipping Name", "Company (Shipping)".
    [[nodiscard]] std::optional<PartyPart> party_part(const HeaderVocabulary& words) const;

    /// The consignee's field of a header that is an attribute and nothing else: "City", "Land".
    [[nodiscard]] std::optional<Field> bare_attribute(const HeaderVocabulary& words) const;

    /// The price of one unit, or the rate of a tax: no field.
    [[nodiscard]] bool is_price_or_rate(const HeaderVocabulary& words) const;

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
    [[nodiscard]] std::optional<PartyPart::Kind> kind_of_part(const HeaderVocabulary& words) const;
    [[nodiscard]] HeaderVocabulary with_compounds_split(const HeaderVocabulary& words) const;
};

/// Whether a field tells what the goods are, how strong or how much: what must not be guessed.
bool is_about_goods(Field field);

/// Whether the field can tell what the goods are: their texts and codes.
bool is_of_goods(Field field);

} // namespace preflag
