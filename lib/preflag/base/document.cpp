#include <preflag/base/document.h>

#include <algorithm>

namespace preflag {

const DocumentNode* DocumentNode::find(std::string_view key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const DocumentEntry& entry) { return entry.key == key; });
    return found == entries_.end() ? nullptr : &found->value;
}

Diagnostic Document::error_at(Position position, std::string message, std::string advice) const {
    return {DiagnosticLevel::error,
            file,
            position,
            std::move(message),
            std::string(source_line(text, position)),
            std::move(advice)};
}

} // namespace preflag
