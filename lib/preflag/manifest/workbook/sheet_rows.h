#pragma once

#include <preflag/manifest/workbook/merged_cells.h>
#include <preflag/manifest/workbook/sheet_notes.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Turns the cells of a sheet into the text that sheet_marks.h describes. Cells keep their column,
/// rows their number; rows without any value are empty lines, those at the end are left out.
class SheetRows {
  public:
    /// What a sheet may hold, and a row of it; cells behind the latter are left out, and the row is
    /// rejected for its length.
    static constexpr std::uint64_t most_bytes = std::uint64_t{2} << 30;

    /// `name` is used in messages.
    SheetRows(std::string name, std::shared_ptr<SheetNotes> notes, MergedCells merged = {});

    /// Rows come in order. Throws InputError for one that does not, or that lies outside of the
    /// largest sheet.
    void begin_row(std::uint64_t row, bool is_hidden);
    /// A cell of the row; columns may come in any order. Empty ones may be left out.
    void add(std::uint32_t column, std::string_view text, char mark = '\0');
    void add_merged(CellRange range) { merged_.add(range); }
    void hide_columns(std::uint32_t first, std::uint32_t last);
    /// The row is written so many times.
    void end_row(std::uint64_t times = 1);

    [[nodiscard]] std::uint64_t row() const { return row_; }
    [[nodiscard]] SheetNotes& notes() { return *notes_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// Enough is ready to be taken before more is added.
    [[nodiscard]] bool is_full() const { return times_left_ > 0 || ready_.size() >= enough; }
    /// Up to `size` bytes of what is ready.
    std::size_t take(char* target, std::size_t size);

  private:
    static constexpr std::size_t enough = std::size_t{1} << 18;

    struct Cell {
        std::uint32_t column = 0;
        char mark = '\0';
        std::size_t begin = 0, size = 0;
    };

    void note_row();
    void fill_merged();
    void write_line();
    void write_times();
    [[nodiscard]] std::string_view text_of(const Cell& cell) const {
        return std::string_view(texts_).substr(cell.begin, cell.size);
    }

    std::string name_;
    std::shared_ptr<SheetNotes> notes_;
    MergedCells merged_;
    std::uint64_t row_ = 0;
    std::uint64_t written_rows_ = 1; ///< the row whose line is being written
    bool is_hidden_ = false;
    bool is_in_order_ = true;
    bool has_value_ = false;
    std::vector<Cell> cells_; ///< of the row
    std::string texts_;       ///< of its cells
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns_;
    std::string line_;
    std::uint64_t times_left_ = 0; ///< the line is still to be written
    std::string ready_;
    std::size_t taken_ = 0;
    std::uint64_t total_ = 0;
};

} // namespace preflag
