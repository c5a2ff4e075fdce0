#pragma once

#include <cstring>
#include <string>
#include <string_view>

namespace preflag {

/// Whether a text may hold what `without_markup` takes away. Cheap.
inline bool may_have_markup(std::string_view text) {
    const auto has = [&](char c) {
        return !text.empty() && std::memchr(text.data(), c, text.size()) != nullptr;
    };
    return has('&') || has('<') || has('\\');
}

/// The text with the entities of HTML ("&auml;", "&#8804;", also written twice, "&amp;auml;") and
/// "\u00e4" as the characters that they stand for, and without tags: "H<sub>2</sub>O" is "H2O", a
/// line break or paragraph is a blank. What only looks like one ("<5 %", "R&D") stays. Never longer
/// than the text.
std::string without_markup(std::string_view text);

} // namespace preflag
