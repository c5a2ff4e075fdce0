#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/line/goods_text.h>

#include <cstdint>
#include <optional>

namespace preflag {

/// A weight column of a line: the unit in the cell, else of its own column, else that of all
/// weights, else what the table takes a weight without unit to be in. nullopt when it is empty or
/// cannot be read.
std::optional<Quantity> read_weight(const FieldValues& cells, Field value, Field unit,
                                    const UnitTable& units);

/// The weight columns of a line, as read_weight reads them.
struct LineWeights {
    std::optional<Quantity> net, gross;
};
LineWeights read_weights(const FieldValues& cells, const UnitTable& units);

/// The quantity of a line, and what told it, in the order of belief.
struct LineQuantity {
    enum class Source : std::uint8_t {
        net_weight,
        quantity, ///< the column, in a unit of mass or volume
        packages, ///< the column counts packages, a text says what one holds
        total_in_text,
        gross_weight,
        content_in_text, ///< of one package, whose number is not known
    };
    MeasuredQuantity measured;
    Source source = Source::net_weight;
};

/// The first of the sources that tells a quantity.
std::optional<LineQuantity> quantity_of_line(const UnitTable& units, const GoodsLine& line,
                                             const LineWeights& weights);

/// Gives the line and its substances their quantity, with kilograms of a volume where strength and
/// density are known. To `notes` goes what was taken for granted or passed over: a weight without
/// unit, a quantity that is no mass or volume, a total in the text that differs from the column.
void read_quantity(const UnitTable& units, const GoodsLine& line, const LineWeights& weights,
                   GoodsReading& reading);

} // namespace preflag
