#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/reading/goods_text.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// A weight column of a line: the unit of its own column, else that of all weights, else
/// kilograms. nullopt when it is empty or cannot be read.
std::optional<Quantity> read_weight(const FieldValues& cells, Field value, Field unit,
                                    const UnitTable& units);

/// The net weight, else the quantity, else the total of the text, else the gross weight, else what
/// the text says that a package holds.
std::optional<MeasuredQuantity> quantity_of_line(const UnitTable& units, const GoodsLine& line);

/// Gives the line and its substances their quantity, with kilograms of a volume where strength and
/// density are known. A total in the text that differs from the column goes to `notes`.
void read_quantity(const UnitTable& units, const GoodsLine& line, GoodsReading& reading);

} // namespace preflag
