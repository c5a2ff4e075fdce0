#pragma once

#include <preflag/base/date.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A column of a sheet; the width is in characters.
struct SheetColumn {
    std::string_view name;
    double width = 10;
    bool wraps = false; ///< long texts go on in further lines of the cell
};

/// A workbook under construction in a temporary file, row by row: memory does not grow with it. A
/// text stays a text, whatever it begins with: no formula can arise. Control characters become
/// U+FFFD, and a text that is longer than a cell can hold ends in an ellipsis. Throws OutputError.
class Workbook {
  public:
    class Sheet;

    /// `created` is told in the file's properties, so that the bytes depend on no clock.
    explicit Workbook(std::optional<Date> created);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// The property by which the workbook is known again. Before the first sheet.
    void mark(std::string_view property);

    /// With a frozen row of headings and filters. A sheet that is full goes on in "NAME 2". The
    /// name has at most 25 characters. Lives as long as the workbook.
    Sheet& add_sheet(std::string_view name, std::vector<SheetColumn> columns);

    /// Ends the workbook and writes all of it. Nothing may be added after it.
    void copy_to(std::ostream& stream);

  private:
    friend class Sheet;
    struct State;
    std::unique_ptr<State> state_;
};

/// Cells go into the present row from left to right; end_row() begins the next.
class Workbook::Sheet {
  public:
    Sheet& text(std::string_view value);
    Sheet& number(double value);
    Sheet& number(std::optional<double> value); ///< none: an empty cell
    Sheet& date(std::optional<Date> value);
    /// A severity, or "cleared": the word, in a colour of its own.
    Sheet& severity(std::string_view word);
    /// A text that leads to the first cell of a row, from 1, of another sheet. A sheet holds so
    /// many links at most; further texts are plain.
    Sheet& link(std::string_view value, std::string_view sheet, std::uint64_t row);
    static constexpr std::size_t most_links = 60'000;
    Sheet& count(std::uint64_t value) { return number(static_cast<double>(value)); }
    void end_row();
    [[nodiscard]] std::uint64_t rows() const { return rows_; } ///< without headings

  private:
    friend class Workbook;
    Sheet(State& state, std::string name, std::vector<SheetColumn> columns);
    void open();
    void close_filter();
    [[nodiscard]] static std::string cell_text(std::string_view value);

    State& state_;
    std::string name_;
    std::vector<SheetColumn> columns_;
    void* sheet_ = nullptr; ///< of the library
    std::size_t part_ = 0;
    std::uint32_t row_ = 0;
    std::uint16_t column_ = 0;
    std::uint64_t rows_ = 0;
    std::size_t links_ = 0; ///< of this part
};

} // namespace preflag
