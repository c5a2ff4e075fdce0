#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// The largest sheet that spreadsheet programs know.
inline constexpr std::uint64_t most_sheet_rows = 1'048'576;
inline constexpr std::uint32_t most_sheet_columns = 16'384;

/// A place in a sheet; rows and columns count from 1.
struct CellReference {
    std::uint64_t row = 0;
    std::uint32_t column = 0;
};

/// "AB12", "$AB$12". nullopt for what is none, or lies outside of the largest sheet.
std::optional<CellReference> parse_cell_reference(std::string_view text);

struct CellRange {
    CellReference first, last;
};

/// "A1:C3", also with the corners exchanged; "A1" is a range of one cell.
std::optional<CellRange> parse_cell_range(std::string_view text);

/// 28 -> "AB".
std::string column_letters(std::uint32_t column);

} // namespace preflag
