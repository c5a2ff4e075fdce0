#include <preflag/base/document/document.h>

#include <algorithm>
#include <utility>

namespace preflag {

const DocumentNode* DocumentNode::find(std::string_view key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const DocumentEntry& entry) { return entry.key == key; });
    return found == entries_.end() ? nullptr : &found->value;
}

Diagnostic Document::error_at(Position position, std::string message, std::string advice) const {
    Diagnostic error;
    error.file = file;
    error.position = position;
    error.message = std::move(message);
    error.advice = std::move(advice);
    add_excerpt(error, text);
    return error;
}

} // namespace preflag
