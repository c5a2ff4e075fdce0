#include <preflag/base/diagnostic.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t excerpt_width = 100;

std::string_view name_of(DiagnosticLevel level) {
    switch (level) {
    case DiagnosticLevel::note:
        return "note";
    case DiagnosticLevel::warning:
        return "warning";
    case DiagnosticLevel::error:
        return "error";
    }
    return "error";
}

std::string place_of(const Diagnostic& diagnostic) {
    std::string place = diagnostic.file;
    if (diagnostic.position.line != 0)
        place += fmt::format(":{}", diagnostic.position.line);
    if (diagnostic.position.line != 0 && diagnostic.position.column != 0)
        place += fmt::format(":{}", diagnostic.position.column);
    return place.empty() ? place : place + ": ";
}

/// The excerpt with a caret below its `column`; a long one is shown from a little before the
/// column.
std::string excerpt_with_caret(std::string_view excerpt, std::uint64_t column) {
    const std::size_t at = column == 0 ? 0 : static_cast<std::size_t>(column - 1);
    std::size_t from = 0;
    if (at > excerpt_width - 20 && at < excerpt.size())
        from = at - 40;
    while (from > 0 && (static_cast<unsigned char>(excerpt[from]) & 0xC0U) == 0x80U)
        --from;
    std::string shown = "\n  " + fit(printable(excerpt.substr(from)), excerpt_width);
    if (column == 0 || at > excerpt.size())
        return shown;
    const std::size_t indent = display_width(printable(excerpt.substr(from, at - from)));
    return shown + "\n  " + std::string(indent, ' ') + "^";
}

} // namespace

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = place_of(diagnostic);
    text += fmt::format("{}: {}", name_of(diagnostic.level), diagnostic.message);
    if (!diagnostic.excerpt.empty())
        text += excerpt_with_caret(diagnostic.excerpt,
                                   diagnostic.position.column - diagnostic.excerpt_offset);
    if (!diagnostic.advice.empty())
        text += "\n  " + diagnostic.advice;
    return text;
}

std::string to_string(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (!text.empty())
            text += '\n';
        text += to_string(diagnostic);
    }
    return text;
}

void add_excerpt(Diagnostic& diagnostic, std::string_view text) {
    constexpr std::uint64_t before = 512;
    constexpr std::size_t longest = 4096;
    std::string_view line = source_line(text, diagnostic.position);
    const std::uint64_t at = std::min<std::uint64_t>(diagnostic.position.column, line.size());
    if (line.size() > longest && at > before) {
        diagnostic.excerpt_offset = at - before;
        line.remove_prefix(at - before);
    }
    diagnostic.excerpt = truncate_utf8(line, longest);
}

std::string_view source_line(std::string_view text, Position position) {
    if (position.line == 0)
        return {};
    std::size_t start = 0;
    for (std::uint64_t line = 1; line < position.line; ++line) {
        const std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos)
            return {};
        start = end + 1;
    }
    std::string_view line = text.substr(start, text.find('\n', start) - start);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

} // namespace preflag
