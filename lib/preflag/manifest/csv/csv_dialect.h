#pragma once

#include <preflag/manifest/csv/csv_quoting.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// How a CSV file separates its cells and lines.
struct CsvDialect {
    char delimiter = ',';
    char line_end = '\n';       ///< '\r' for files of old Macintosh programs; CRLF counts as '\n'
    std::size_t skip_bytes = 0; ///< of a "sep=;" line at the top
    CsvQuoting quoting = {};
    bool is_sheet = false; ///< rows of a workbook, see workbook/sheet_marks.h
};

/// Finds the dialect of a file by its beginning: the delimiter that cuts the most lines into the
/// same number of cells, of those that cut a line into `least_cells` if there are any. A given
/// delimiter is taken as it is.
CsvDialect detect_dialect(std::string_view sample, std::optional<char> delimiter,
                          std::size_t least_cells = 0);

/// "comma", "semicolon", "tab", "vertical bar", or the character itself.
std::string delimiter_name(char delimiter);

/// Cells of one record, unquoted, untrimmed. A quote opens a cell only at the cell's start.
std::vector<std::string> split_cells(std::string_view record, char delimiter,
                                     CsvQuoting quoting = {});

} // namespace preflag
