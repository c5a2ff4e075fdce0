#pragma once

#include <preflag/base/diagnostic.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A row of a list's csv file, or why it is none.
struct CsvRow {
    std::vector<std::string> cells; ///< trimmed, quotes resolved
    Position position;
    std::string_view source; ///< the bytes of the row
    std::string fault;       ///< empty when the row is well formed

    [[nodiscard]] std::string_view cell(std::size_t column) const {
        return column < cells.size() ? std::string_view(cells[column]) : std::string_view{};
    }
};

/// Splits csv text strictly (RFC 4180): a quote inside an unquoted cell, text behind a closing
/// quote and a quote that is never closed are faults of their row, and reading goes on with the
/// next line. Empty lines and a closing control-Z are passed over.
class CsvRows {
  public:
    /// The text must outlive the rows.
    CsvRows(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    std::optional<CsvRow> next();

  private:
    void read_row(CsvRow& row);
    bool read_quoted(std::string& cell, CsvRow& row);
    void read_plain(std::string& cell, CsvRow& row);
    void give_up(CsvRow& row, std::size_t start, std::string fault);
    [[nodiscard]] bool at_line_end() const;
    void pass_line_end();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

/// The delimiter among comma, semicolon, tab and bar that occurs most in the first line.
char guess_delimiter(std::string_view text);

/// The places of named columns in a header row. Names are compared without case and white space at
/// the ends.
class CsvHeader {
  public:
    CsvHeader() = default;
    explicit CsvHeader(const CsvRow& row);

    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    /// The cell of the first of the named columns that exists and is not empty.
    [[nodiscard]] std::string_view value(const CsvRow& row,
                                         std::initializer_list<std::string_view> names) const;

  private:
    std::vector<std::string> names_;
};

} // namespace preflag
