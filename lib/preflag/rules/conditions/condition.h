#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/field.h>
#include <preflag/rules/conditions/fact.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// A node of a rule's condition tree, as plain data (RE2 objects are made when a RuleSet compiles).
/// Empty (`kind == always`) for the rows of a law that apply whenever their limit is met.
struct Condition {
    enum class Kind {
        always,
        all,
        any,
        none_of, // none_of is the tree's "not"
        equals,
        one_of,
        starts_with,
        contains_word,
        matches,
        above,
        below,
        between,
        missing,
        same_as,       ///< the words of another field, values[0]
        shares_word,   ///< of another field, values[0]; the values after it do not count
        only_words,    ///< no word but these, numbers aside
        country_in,    ///< the field names one of these countries
        same_country,  ///< the field and another one, values[0], name the same country
        other_country, ///< both fields name a country, and not the same
        in_list,       ///< the whole words of a list in a file of the pack's folder
    };
    Kind kind = Kind::always;
    std::vector<Condition> children; ///< of all, any, none_of
    std::string field;               ///< manifest field; empty when a fact is asked about
    std::optional<Fact> fact;        ///< derived fact; a condition asks about a field or a fact
    std::vector<std::string> values; ///< operands, folded for the word operators
    std::vector<double> numbers;     ///< operands of above, below, between
    bool expected = true;            ///< of missing: whether it must be
    std::string list_file;           ///< of in_list, as the pack names it
    std::string list_digest;         ///< SHA-256 of that file
    Position position;
};

/// The name by which packs call the kind: "one-of".
std::string_view name_of(Condition::Kind kind);

/// Whether values[0] is another field of the line.
bool names_other_field(Condition::Kind kind);

/// Whether some leaf asks about one substance of the line.
bool asks_about_substance(const Condition& condition);

/// One sentence without a full stop: "consignee is missing, or consignee is one of ...". Equal
/// conditions give equal sentences.
std::string to_string(const Condition& condition);

} // namespace preflag
