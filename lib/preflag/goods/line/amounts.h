#pragma once

#include <preflag/goods/lexicon/unit_table.h>
#include <preflag/goods/quantity.h>
#include <preflag/goods/text/lexemes.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace preflag {

/// An amount in a goods text with the number of packages that the text gives it: "4 x 25 kg drums"
/// and "25 kg x 4" are 4 of 25 kg.
struct Amount {
    double each = 0; ///< kilograms or litres; of a range or of two readings the upper end
    bool is_volume = false;
    double packages = 1;
    bool is_content = false; ///< of one package, and nothing tells how many there are: "25 kg bags"
    double least = 0;        ///< the lower end of the total
    /// Two readings of one number: "25.000 kg", or "80 200 L drums", which is 80 drums or 80,200 L.
    bool is_ambiguous = false;
    std::size_t begin = 0; ///< token of its number

    [[nodiscard]] double total() const { return each * packages; }
};

/// All amounts of a text, in reading order.
std::vector<Amount> find_amounts(std::span<const Lexeme> tokens, const UnitTable& units);

/// The first of the largest amounts above nothing; nullptr when there is none. Kilograms and litres
/// count alike.
const Amount* largest(std::span<const Amount> amounts);

Quantity quantity_of(const Amount& amount);

/// A whole cell: "1,250 kg", "25" with hint "KGM", "4 x 25 kg", "(25)" and "25-". nullopt when the
/// number or the unit cannot be read, or a further number stands before it that nothing explains.
/// The unit in the cell wins over the hint. `style` is that of the column's numbers.
std::optional<Quantity> read_amount_cell(std::string_view cell, std::string_view unit_hint,
                                         const UnitTable& units,
                                         DecimalMark style = DecimalMark::unknown);

/// Whether the number of a cell has a minus before or behind it, or brackets around it as in
/// bookkeeping.
bool is_negative(std::string_view cell);

/// So many packages of a column, each with the content that the text states: 18 IBC of
/// "1000 L/IBC". nullopt when the unit is no package or the text states a total.
std::optional<Quantity> content_of_packages(std::string_view number, std::string_view unit,
                                            std::span<const Amount> amounts, const UnitTable& units,
                                            DecimalMark style = DecimalMark::unknown);

/// Whether a cell of a unit column names a kind of package and nothing else.
bool names_package(std::string_view unit, const UnitTable& units);

} // namespace preflag
