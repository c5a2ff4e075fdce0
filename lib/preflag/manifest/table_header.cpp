#include <preflag/base/text.h>
#include <preflag/manifest/header/header_rows.h>
#include <preflag/manifest/table_header.h>
#include <preflag/manifest/workbook/sheet_marks.h>

#include <algorithm>
#include <utility>

namespace preflag {

std::vector<std::string> TableHeaderSearch::cells_of(std::string_view record) const {
    std::vector<std::string> cells = split_cells(record, dialect_.delimiter, dialect_.quoting);
    if (dialect_.is_sheet)
        for (std::string& cell : cells)
            if (has_sheet_mark(cell))
                cell.erase(0, 1);
    return cells;
}

/// Rows from `offset` of the text on; the one at `offset` is taken apart.
TableHeader TableHeaderSearch::next_row(std::size_t offset, std::uint64_t line,
                                        const RecordSplitter::Piece& piece) {
    TableHeader row;
    row.line = line;
    row.end_line = line + piece.lines;
    row.start = offset;
    row.end = offset + piece.consumed;
    row.text = source_.peek(searched_bytes).substr(offset, piece.length);
    row.cells = cells_of(row.text);
    row.score = ColumnMap::header_score(row.cells, aliases_, options_);
    PassedOverLine& seen = seen_.emplace_back();
    seen.line = line;
    for (const std::string& cell : row.cells)
        add_passed_over_cell(seen.text, cell);
    return row;
}

TableHeader TableHeaderSearch::best() {
    TableHeader best;
    TableHeader longest;
    std::vector<std::string> last_cells;
    const std::string_view searched = source_.peek(searched_bytes);
    const bool is_whole = searched.size() < searched_bytes;
    std::size_t offset = dialect_.skip_bytes;
    std::uint64_t line = dialect_.skip_bytes > 0 ? 2 : 1;
    for (std::size_t row = 0; row < searched_rows; ++row) {
        const auto piece =
            splitter_.next(searched.substr(std::min(offset, searched.size())), is_whole);
        if (!piece)
            break;
        if (dialect_.is_sheet && piece->length == 0) { // rows of which the sheet has nothing
            --row;
            offset += piece->consumed;
            ++line;
            continue;
        }
        TableHeader header = next_row(offset, line, *piece);
        header.above = std::exchange(last_cells, header.cells);
        line = header.end_line;
        offset = header.end;
        const bool is_clear = header.score >= static_cast<int>(header.cells.size());
        if (header.score > best.score)
            best = header;
        if (is_clear && header.cells.size() > 2 && !options_.no_header)
            break;
        if (header.cells.size() > longest.cells.size())
            longest = std::move(header);
    }
    return best.score > 0 && !options_.no_header ? best : longest;
}

/// Up to `count` records, split; blank ones are left out unless their pieces are wanted.
SampleRows TableHeaderSearch::rows_from(std::size_t offset, std::size_t count,
                                        std::vector<RecordSplitter::Piece>* pieces) {
    SampleRows rows;
    const std::string_view searched = source_.peek(searched_bytes);
    const bool is_whole = searched.size() < searched_bytes;
    while (rows.size() < count && offset < searched.size()) {
        const auto piece = splitter_.next(searched.substr(offset), is_whole);
        if (!piece || piece->consumed == 0)
            break;
        const std::string_view record = searched.substr(offset, piece->length);
        offset += piece->consumed;
        if (pieces != nullptr)
            pieces->push_back(*piece);
        if (pieces != nullptr || !is_blank_record(record, dialect_))
            rows.push_back(cells_of(record));
    }
    return rows;
}

/// Joins the header with a row of groups above it, or with one below that goes on with it.
void TableHeaderSearch::join_rows(TableHeader& header) {
    if (header.end <= header.start)
        return;
    std::vector<RecordSplitter::Piece> pieces;
    const SampleRows below = rows_from(header.end, 1, &pieces);
    if (!below.empty())
        if (auto cells = header_with_row_below(header.cells, below.front(), aliases_)) {
            header.cells = std::move(*cells);
            header.below = source_.peek(searched_bytes).substr(header.end, pieces.front().length);
            header.end += pieces.front().consumed;
            header.end_line += pieces.front().lines;
            notes_.emplace_back("the header takes two rows");
            return;
        }
    if (header.above.empty())
        return;
    if (auto cells = header_with_row_above(header.above, header.cells, aliases_)) {
        header.cells = std::move(*cells);
        notes_.emplace_back("the row above the header names groups of columns");
    }
}

TableHeader TableHeaderSearch::find() {
    TableHeader header = best();
    if (!options_.no_header)
        join_rows(header);
    return header;
}

void add_passed_over_cell(std::string& text, std::string_view cell) {
    if (trim(cell).empty())
        return;
    text += text.empty() ? "" : " | ";
    text += trim(cell);
}

bool is_blank_record(std::string_view record, const CsvDialect& dialect) {
    const auto is_nothing = [&](char c) {
        return c == dialect.delimiter || c == dialect.quoting.quote || is_ascii_space(c) ||
               c == '\x1a';
    };
    if (!dialect.is_sheet || record.find(sheet_marks::merged) == std::string_view::npos)
        return std::all_of(record.begin(), record.end(), is_nothing);
    while (!record.empty()) {
        const std::string_view cell = record.substr(0, record.find(dialect.delimiter));
        record.remove_prefix(std::min(cell.size() + 1, record.size()));
        if (!cell.starts_with(sheet_marks::merged) &&
            !std::all_of(cell.begin(), cell.end(), is_nothing))
            return false;
    }
    return true;
}

} // namespace preflag
