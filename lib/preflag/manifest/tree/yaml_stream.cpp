#include <preflag/base/text.h>
#include <preflag/manifest/tree/yaml_stream.h>

#include <algorithm>

namespace preflag {

namespace {

/// Whether the line is that of a mark, "---" or "...", alone or with something behind a space.
bool is_mark(std::string_view line, std::string_view mark) {
    return line.starts_with(mark) && (line.size() == mark.size() || is_ascii_space(line[3]));
}

/// Whether the line says nothing by itself: blank, a comment, a directive, a mark.
bool says_nothing(std::string_view line) {
    const std::string_view text = trim(line);
    return text.empty() || text.front() == '#' || line.front() == '%' || text == "---" ||
           text == "...";
}

} // namespace

std::vector<YamlPart> yaml_parts(std::string_view text) {
    std::vector<YamlPart> parts;
    YamlPart part;
    std::size_t start = 0; // of the part
    std::uint64_t lines = 0;
    bool says_something = false;
    bool has_mark = false;
    const auto end_part = [&](std::size_t end) {
        part.text = text.substr(start, end - start);
        if (says_something)
            parts.push_back(part);
    };
    for (std::size_t at = 0; at < text.size(); ++lines) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const bool begins = is_mark(line, "---");
        if (begins && (says_something || has_mark)) {
            end_part(at);
            start = at;
            part.line_offset = lines;
            says_something = false;
        }
        has_mark = has_mark || begins;
        says_something = says_something || !says_nothing(line);
        at = end + 1;
    }
    end_part(text.size());
    return parts;
}

} // namespace preflag
