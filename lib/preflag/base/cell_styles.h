#pragma once

#include <preflag/base/field.h>

#include <array>
#include <cstdint>

namespace preflag {

/// Which mark stands before the decimals of a number; the other one parts thousands.
enum class DecimalMark : std::uint8_t { unknown, point, comma };

/// In which order dates of three numbers are written.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first, year_first };

/// How the cells of one manifest are written, field by field: found in a sample of it before the
/// first line is read, or given by the user. What is unknown here is read by the cell alone.
struct CellStyles {
    std::array<DecimalMark, field_count> decimals{};
    DateOrder dates = DateOrder::unknown;

    [[nodiscard]] DecimalMark decimal(Field field) const {
        return decimals[static_cast<std::size_t>(field)];
    }
};

/// The style of numbers in a cell of a line; unknown for a line of no manifest.
inline DecimalMark decimal_mark(const FieldValues& line, Field field) {
    return line.styles() == nullptr ? DecimalMark::unknown : line.styles()->decimal(field);
}

/// The order of day and month in a cell of a line; unknown for a line of no manifest.
inline DateOrder date_order(const FieldValues& line) {
    return line.styles() == nullptr ? DateOrder::unknown : line.styles()->dates;
}

} // namespace preflag
