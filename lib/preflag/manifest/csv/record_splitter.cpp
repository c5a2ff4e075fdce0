#include <preflag/manifest/csv/record_splitter.h>

#include <algorithm>
#include <cstring>

namespace preflag {

namespace {

constexpr std::size_t none = std::string_view::npos;

/// Position of `c` in [from, to), or `none`.
std::size_t find(std::string_view text, char c, std::size_t from, std::size_t to) {
    if (from >= to)
        return none;
    const void* found = std::memchr(text.data() + from, c, to - from);
    return found == nullptr
               ? none
               : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// Where a quoted cell that opens at `open` ends: its closing quote, or why there is none.
struct Closing {
    enum class Result { closed, never, more_text_needed } result = Result::never;
    std::size_t position = 0;
};

/// The backslashes in front of a place, not counting those before `from`.
std::size_t backslashes_before(std::string_view text, std::size_t place, std::size_t from) {
    std::size_t first = place;
    while (first > from && text[first - 1] == '\\')
        --first;
    return place - first;
}

Closing find_closing(std::string_view text, std::size_t open, CsvQuoting quoting, bool at_end) {
    const std::size_t limit = std::min(text.size(), open + 1 + RecordSplitter::longest_quoted_cell);
    const bool text_ends_here = limit == text.size();
    std::size_t quote = find(text, quoting.quote, open + 1, limit);
    while (quote != none) {
        if (quoting.backslash && backslashes_before(text, quote, open + 1) % 2 == 1) {
            quote = find(text, quoting.quote, quote + 1, limit);
            continue;
        }
        if (quote + 1 == text.size() && !at_end)
            return {Closing::Result::more_text_needed, 0};
        if (quote + 1 == text.size() || text[quote + 1] != quoting.quote)
            return {Closing::Result::closed, quote};
        quote = find(text, quoting.quote, quote + 2, limit);
    }
    if (text_ends_here && !at_end)
        return {Closing::Result::more_text_needed, 0};
    return {Closing::Result::never, 0};
}

} // namespace

struct RecordSplitter::Scan {
    std::string_view text;
    bool at_end = false;
    std::size_t line_end = 0; ///< of the physical line the scan is in
    std::size_t quote = 0;    ///< next quote to look at, in that line
};

std::optional<RecordSplitter::Piece> RecordSplitter::next(std::string_view text,
                                                          bool at_end) const {
    std::size_t line_end = find(text, dialect_.line_end, 0, text.size());
    if (line_end == none) {
        if (!at_end || text.empty())
            return std::nullopt;
        line_end = text.size();
    }
    const bool carriage_return = line_end > 0 && text[line_end - 1] == '\r';
    const Piece line{line_end - (carriage_return ? 1 : 0), std::min(line_end + 1, text.size()), 1,
                     nullptr};
    if (line.length > longest_record)
        return Piece{line.length, line.consumed, 1, too_long};
    const std::size_t quote = find(text, dialect_.quoting.quote, 0, line_end);
    return quote == none ? line : quoted_record({text, at_end, line_end, quote});
}

std::optional<RecordSplitter::Piece> RecordSplitter::quoted_record(Scan scan) const {
    const std::string_view text = scan.text;
    const std::size_t first_line_end = scan.line_end;
    std::uint64_t lines = 1;
    const auto piece = [&](std::size_t end, std::uint64_t count, const char* reason) {
        const bool carriage_return = end > 0 && text[end - 1] == '\r';
        return Piece{end - (carriage_return ? 1 : 0), std::min(end + 1, text.size()), count,
                     reason};
    };
    const auto never_closed = [&] {
        return piece(first_line_end, 1, "a quoted cell that opens on this line is never closed");
    };
    // From so much text on it is sure that the record is too long, whatever follows.
    const bool is_too_long = text.size() > most_text_needed;
    while (scan.quote != none) {
        const bool opens = scan.quote == 0 || text[scan.quote - 1] == dialect_.delimiter;
        if (!opens) {
            scan.quote = find(text, dialect_.quoting.quote, scan.quote + 1, scan.line_end);
            continue;
        }
        const Closing closing = find_closing(text, scan.quote, dialect_.quoting, scan.at_end);
        if (closing.result == Closing::Result::more_text_needed && !is_too_long)
            return std::nullopt;
        if (closing.result != Closing::Result::closed)
            return never_closed();
        const std::size_t after = closing.position + 1;
        const bool spans_lines = closing.position > scan.line_end;
        if (spans_lines && after < text.size() && text[after] != dialect_.delimiter &&
            text[after] != '\n' && text[after] != '\r')
            return never_closed();
        while (scan.line_end < closing.position) {
            if (++lines > most_lines_in_a_record)
                return never_closed();
            scan.line_end = find(text, dialect_.line_end, scan.line_end + 1, text.size());
            if (scan.line_end == none && !scan.at_end && !is_too_long)
                return std::nullopt;
            scan.line_end = std::min(scan.line_end, text.size());
            if (scan.line_end > longest_record)
                return never_closed();
        }
        scan.quote = find(text, dialect_.quoting.quote, after, scan.line_end);
    }
    return piece(scan.line_end, lines, nullptr);
}

} // namespace preflag
