#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A place in a text file. Both are counted from 1; 0 means unknown. Columns count bytes.
struct Position {
    std::uint64_t line = 0;
    std::uint64_t column = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

enum class DiagnosticLevel { note, warning, error };

/// Trouble with an input, a pack or a configuration, kept as data; printing is the caller's job.
/// `excerpt` is the offending source line or cell (may be empty), `advice` what the user can do.
struct Diagnostic {
    DiagnosticLevel level = DiagnosticLevel::error;
    std::string file;
    Position position;
    std::string message;
    std::string excerpt;
    std::string advice;
    /// Bytes of the line that stand before the excerpt.
    std::uint64_t excerpt_offset = 0;
};

/// "file:line:column: error: message", then the excerpt with a caret, then the advice.
/// Control characters of the excerpt are replaced, long excerpts are cut around the column.
std::string to_string(const Diagnostic& diagnostic);

/// All diagnostics one below the other, without a trailing newline.
std::string to_string(const std::vector<Diagnostic>& diagnostics);

/// Puts the line of `text` that holds the diagnostic's position into its excerpt; of a long line,
/// a few kilobytes around the position.
void add_excerpt(Diagnostic& diagnostic, std::string_view text);

/// The line of `text` that holds `position`, without its line end.
std::string_view source_line(std::string_view text, Position position);

} // namespace preflag
