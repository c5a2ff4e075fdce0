#pragma once

#include <preflag/manifest/csv/csv_dialect.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace preflag {

/// Finds the ends of records, exactly: a quote opens a cell only at the cell's start, and a quoted
/// cell may hold delimiters and line ends. Serial by nature: whether a line end is inside a quote
/// depends on everything before it.
class RecordSplitter {
  public:
    /// The longest record, and the longest quoted cell with line ends in it. What is longer is
    /// damage (a quote that is never closed), and is rejected instead of swallowing the file.
    static constexpr std::size_t longest_record = std::size_t{1} << 20;
    static constexpr std::size_t longest_quoted_cell = std::size_t{1} << 16;
    static constexpr std::uint64_t most_lines_in_a_record = 256;
    /// With more text than this `next` can tell about every record that is not too long.
    static constexpr std::size_t most_text_needed = longest_record + 1;
    static constexpr const char* too_long = "is longer than 1 MiB; perhaps line ends are missing";

    struct Piece {
        std::size_t length = 0;   ///< of the record, without its line end
        std::size_t consumed = 0; ///< with its line end
        std::uint64_t lines = 1;  ///< physical lines consumed
        const char* reject_reason = nullptr;
    };

    explicit RecordSplitter(const CsvDialect& dialect) : dialect_(dialect) {}

    /// The record at the beginning of `text`, or nullopt when more text is needed to tell. With
    /// `at_end` there is no more text and the answer is never nullopt for a text that is not empty.
    [[nodiscard]] std::optional<Piece> next(std::string_view text, bool at_end) const;

  private:
    struct Scan;
    [[nodiscard]] std::optional<Piece> quoted_record(Scan scan) const;

    CsvDialect dialect_;
};

} // namespace preflag
