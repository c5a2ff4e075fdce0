#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_splitter.h>
#include <preflag/manifest/workbook/sheet_marks.h>
#include <preflag/manifest/workbook/sheet_rows.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace preflag {

namespace {

/// Long enough to be rejected.
constexpr std::size_t longest_row_text = RecordSplitter::longest_record + 1024;

} // namespace

SheetRows::SheetRows(std::string name, std::shared_ptr<SheetNotes> notes, MergedCells merged)
    : name_(std::move(name)), notes_(std::move(notes)), merged_(std::move(merged)) {}

void SheetRows::begin_row(std::uint64_t row, bool is_hidden) {
    if (row <= row_ || row > most_sheet_rows)
        throw InputError(
            fmt::format("{}: row {} stands behind row {}, so the sheet is damaged; open "
                        "and save it in a spreadsheet program",
                        name_, row, row_));
    row_ = row;
    is_hidden_ = is_hidden;
    is_in_order_ = true;
    has_value_ = false;
    cells_.clear();
    texts_.clear();
    merged_.begin_row(row);
    if (merged_.is_too_large())
        throw InputError(fmt::format("{}: its merged cells hold too much; part them and screen the "
                                     "sheet again",
                                     name_));
}

void SheetRows::add(std::uint32_t column, std::string_view text, char mark) {
    if (texts_.size() > longest_row_text || (text.empty() && mark == '\0'))
        return;
    text = text.substr(0, longest_row_text);
    if (!cells_.empty() && column <= cells_.back().column)
        is_in_order_ = false;
    has_value_ = has_value_ || mark != '\0' || !trim(text).empty();
    cells_.push_back({column, mark, texts_.size(), text.size()});
    texts_ += text;
}

void SheetRows::hide_columns(std::uint32_t first, std::uint32_t last) {
    hidden_columns_.emplace_back(first, last);
}

/// What is to be told of the row, which has a value.
void SheetRows::note_row() {
    if (is_hidden_)
        ++notes_->hidden_rows;
    if (hidden_columns_.empty() && !merged_.has_any())
        return;
    for (const Cell& cell : cells_) {
        for (const auto& [first, last] : hidden_columns_)
            if (cell.column >= first && cell.column <= last)
                notes_->add_hidden_column(cell.column);
        if (merged_.covers(cell.column) && !trim(text_of(cell)).empty())
            notes_->covered.add(row_, cell.column);
        if (cell.mark == '\0')
            merged_.note_value(cell.column, text_of(cell));
    }
}

/// Adds the values of merged cells from rows above, where the row has none of its own.
void SheetRows::fill_merged() {
    const auto own = static_cast<std::ptrdiff_t>(cells_.size());
    merged_.each([&](std::uint32_t column, std::string_view value) {
        const bool has_own =
            std::any_of(cells_.begin(), cells_.begin() + own, [&](const Cell& cell) {
                return cell.column == column && !trim(text_of(cell)).empty();
            });
        if (!has_own)
            add(column, value, sheet_marks::merged);
    });
}

void SheetRows::end_row(std::uint64_t times) {
    if (!has_value_) {
        row_ += times - 1;
        return;
    }
    note_row();
    if (merged_.has_any())
        fill_merged();
    if (!is_in_order_)
        std::stable_sort(cells_.begin(), cells_.end(),
                         [](const Cell& a, const Cell& b) { return a.column < b.column; });
    ready_.erase(0, std::exchange(taken_, 0));
    ready_.append(row_ - written_rows_, sheet_marks::row_end);
    write_line();
    times_left_ = times;
    write_times();
    row_ += times - 1;
    written_rows_ = row_;
    if (row_ > most_sheet_rows)
        throw InputError(fmt::format("{}: holds more than {} rows; get the file again from its "
                                     "source, or split it",
                                     name_, most_sheet_rows));
}

void SheetRows::write_line() {
    line_.clear();
    std::uint32_t last = 1;
    for (const Cell& cell : cells_) {
        if (line_.size() > longest_row_text)
            break;
        if (cell.column == last && &cell != &cells_.front())
            line_ += ' '; // a second value for the same cell: neither is lost
        else
            line_.append(cell.column - last, sheet_marks::cell_end);
        last = cell.column;
        if (cell.mark != '\0')
            line_ += cell.mark;
        line_ += text_of(cell);
    }
}

/// Writes the line as often as there is room.
void SheetRows::write_times() {
    for (; times_left_ > 0 && ready_.size() < enough; --times_left_) {
        total_ += line_.size() + 1;
        if (total_ > most_bytes)
            throw InputError(fmt::format("{}: the sheet holds more than {} GiB of text; get the "
                                         "file again from its source, or split it",
                                         name_, most_bytes >> 30U));
        ready_ += line_;
        if (times_left_ > 1)
            ready_ += sheet_marks::row_end;
    }
}

std::size_t SheetRows::take(char* target, std::size_t size) {
    if (taken_ == ready_.size() && times_left_ > 0) {
        ready_.clear();
        taken_ = 0;
        write_times();
    }
    const std::size_t count = std::min(size, ready_.size() - taken_);
    std::memcpy(target, ready_.data() + taken_, count);
    taken_ += count;
    if (taken_ == ready_.size()) {
        ready_.clear();
        taken_ = 0;
    }
    return count;
}

} // namespace preflag
