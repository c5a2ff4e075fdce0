#pragma once

#include <string_view>

namespace preflag {

/// How cells are quoted that hold delimiters or line ends. Within them a quote is doubled, or
/// stands behind a backslash.
struct CsvQuoting {
    char quote = '"';
    bool backslash = false; ///< a backslash takes the next character as it is

    friend bool operator==(const CsvQuoting&, const CsvQuoting&) = default;
};

/// Finds out how the beginning of a file quotes: with '"' doubled, unless other quotes fit better.
CsvQuoting detect_quoting(std::string_view sample, char delimiter, char line_end);

} // namespace preflag
