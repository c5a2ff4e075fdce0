#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// How a CSV file separates its cells and lines. Quotes are always '"', doubled inside a cell.
struct CsvDialect {
    char delimiter = ',';
    char line_end = '\n';       ///< '\r' for files of old Macintosh programs; CRLF counts as '\n'
    std::size_t skip_bytes = 0; ///< of a "sep=;" line at the top
};

/// Finds the dialect of a file by its beginning: the delimiter that cuts the most lines into the
/// same number of cells. A given delimiter is taken as it is.
CsvDialect detect_dialect(std::string_view sample, std::optional<char> delimiter);

/// "comma", "semicolon", "tab", "vertical bar", or the character itself.
std::string delimiter_name(char delimiter);

/// Cells of one record, unquoted, untrimmed. A quote opens a cell only at the cell's start.
std::vector<std::string> split_cells(std::string_view record, char delimiter);

} // namespace preflag
