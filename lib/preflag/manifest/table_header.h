#pragma once

#include <preflag/manifest/csv/csv_dialect.h>
#include <preflag/manifest/csv/record_splitter.h>
#include <preflag/manifest/header/column_map.h>
#include <preflag/manifest/source/text_source.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace preflag {

/// A row that is, or may be, the header of a table.
struct TableHeader {
    int score = 0;
    std::uint64_t line = 0; ///< on which it starts
    std::uint64_t end_line = 1;
    std::size_t start = 0; ///< in the text
    std::size_t end = 0;
    std::string text;
    std::vector<std::string> cells; ///< joined with those of a second row of the header
    std::vector<std::string> above; ///< the row above it
    std::string below;              ///< the text of a second row; empty when there is none
};

/// Looks for the header at the beginning of a table, and at what stands below it.
class TableHeaderSearch {
  public:
    /// How much of the beginning is looked at, in bytes.
    static constexpr std::size_t searched_bytes = std::size_t{1} << 20;

    /// Nothing is taken from the source. Source and options must outlive the search.
    TableHeaderSearch(TextSource& source, const CsvDialect& dialect, const FieldAliases& aliases,
                      const ReadOptions& options)
        : source_(source), dialect_(dialect), splitter_(dialect), aliases_(aliases),
          options_(options) {}

    /// The row that looks most like a header, else the one with the most cells; with a row of
    /// groups above it and one below that goes on with it.
    TableHeader find();
    /// The rows below a header, to see what the columns hold.
    SampleRows rows_below(const TableHeader& header) { return rows_from(header.end, sampled_rows); }

    /// The rows that were looked at.
    [[nodiscard]] const std::vector<PassedOverLine>& seen() const { return seen_; }
    /// What is to be told of the header.
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

  private:
    static constexpr std::size_t searched_rows = 40;
    static constexpr std::size_t sampled_rows = 300;

    TableHeader best();
    TableHeader next_row(std::size_t offset, std::uint64_t line,
                         const RecordSplitter::Piece& piece);
    void join_rows(TableHeader& header);
    SampleRows rows_from(std::size_t offset, std::size_t count,
                         std::vector<RecordSplitter::Piece>* pieces = nullptr);
    [[nodiscard]] std::vector<std::string> cells_of(std::string_view record) const;

    TextSource& source_;
    CsvDialect dialect_;
    RecordSplitter splitter_;
    const FieldAliases& aliases_;
    const ReadOptions& options_;
    std::vector<PassedOverLine> seen_;
    std::vector<std::string> notes_;
};

/// Adds a cell to a text of cells with " | " between them.
void add_passed_over_cell(std::string& text, std::string_view cell);

/// Whether a record has nothing in it but what parts cells, quotes and, of sheets, what merged
/// cells above show.
bool is_blank_record(std::string_view record, const CsvDialect& dialect);

} // namespace preflag
