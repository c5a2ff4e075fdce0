#pragma once

#include <preflag/manifest/workbook/value/cell_reference.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Merged cells that reach over several rows: the value that stands in their first cell is what
/// people see beside each of the rows. Rows are gone through from the top.
class MergedCells {
  public:
    static constexpr std::size_t most_ranges = 2'000'000;
    static constexpr std::size_t most_open = 2'000;
    static constexpr std::size_t most_bytes = std::size_t{64} << 20;

    MergedCells() = default;
    /// Ranges of one row tell nothing and may be left out.
    explicit MergedCells(std::vector<CellRange> ranges);

    /// A range that begins in the row that is being gone through.
    void add(CellRange range);
    /// Goes to a row; those before it are done. A row may be begun again.
    void begin_row(std::uint64_t row);
    /// The value of the first cell of the ranges that begin in this row and column, if any.
    void note_value(std::uint32_t column, std::string_view value);
    /// The value that merged cells show in this row in their first column; empty for none.
    [[nodiscard]] std::string_view shown(std::uint32_t column) const;
    /// Whether the cell is covered by merged cells that begin above it, or to its left.
    [[nodiscard]] bool covers(std::uint32_t column) const;
    [[nodiscard]] bool has_any() const { return !open_.empty(); }
    /// Calls `use` with the columns in which a value is shown, from left to right.
    void each(const std::function<void(std::uint32_t, std::string_view)>& use) const;
    /// More than one of the limits allows.
    [[nodiscard]] bool is_too_large() const {
        return bytes_ > most_bytes || open_.size() > most_open;
    }

  private:
    struct Open {
        CellRange range;
        std::string value;
    };

    std::vector<CellRange> ranges_; ///< by first row, those still to come
    std::size_t next_ = 0;
    std::uint64_t row_ = 0;
    std::map<std::uint32_t, Open> open_; ///< by first column
    std::size_t bytes_ = 0;              ///< of the values
};

} // namespace preflag
