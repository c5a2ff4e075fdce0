#pragma once

#include <preflag/manifest/csv/csv_dialect.h>

namespace preflag {

/// The rows of a sheet are handed on as text, like those of a CSV file: each row is a record, with
/// the number of the row as that of its line. What parts the cells cannot stand in one, so nothing
/// is quoted. A mark at the beginning of a cell tells what cannot be told by its text.
namespace sheet_marks {

inline constexpr char row_end = '\x1e';
inline constexpr char cell_end = '\x1f';
inline constexpr char no_quote = '\x1c'; ///< never written
/// The cell repeats the value of merged cells that begin in a row above.
inline constexpr char merged = '\x1d';
/// What follows is a formula of which no value is stored.
inline constexpr char without_value = '\x19';

} // namespace sheet_marks

inline CsvDialect sheet_dialect() {
    return {sheet_marks::cell_end, sheet_marks::row_end, 0, {sheet_marks::no_quote, false}, true};
}

/// Whether a cell begins with a mark.
inline bool has_sheet_mark(std::string_view cell) {
    return !cell.empty() &&
           (cell.front() == sheet_marks::merged || cell.front() == sheet_marks::without_value);
}

} // namespace preflag
