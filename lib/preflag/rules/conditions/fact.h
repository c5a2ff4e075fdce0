#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What a condition can ask about besides the manifest's fields.
enum class Fact {
    substance,          ///< catalogue id of the goods
    strength,           ///< of the goods, % w/w
    substance_quantity, ///< kilograms of the goods that hold the substance
    value_per_kg,       ///< the line's value, in its own currency, over those kilograms
    kg_per_package,     ///< those kilograms over the number of packages
    consignee_kind,     ///< LineFacts::consignee_kind
    jurisdiction,       ///< the countries of origin, destination and transit, as ISO 3166 codes
    regulated,          ///< what the laws make of the goods: "restricted", "below-limit", ...
    limit_share, ///< how much of a limit of quantity goods below it reach at most: 1 meets it
    regime,      ///< the laws that answer on the goods: "eu-2019-1148"
};
inline constexpr std::size_t fact_count = 10;
/// "consignee-kind": kebab-case, stable.
std::string_view name_of(Fact fact);
std::optional<Fact> parse_fact(std::string_view name);
const std::vector<std::string>& fact_names();

/// Strength, quantity and what is derived from it are numbers; the others are words.
bool is_number(Fact fact);
/// Whether the fact belongs to one substance of the line rather than to the line.
bool is_of_substance(Fact fact);

/// The kinds of consignee that a caller can tell.
const std::vector<std::string>& consignee_kinds();

} // namespace preflag
