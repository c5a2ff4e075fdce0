#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace preflag {

/// Whether a text has Cyrillic or Greek letters at all. Cheap.
inline bool may_have_look_alikes(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xCE && byte <= 0xD1;
    });
}

/// The text with letters that only look as if they were of their word's alphabet replaced by those
/// that are: "HNO3" typed with a Cyrillic H, "acetone" with a Cyrillic a, a Russian word with Latin
/// letters. A word of nothing but look-alikes with a digit among them is a formula in Latin
/// letters. Other words stay as they are. At most twice as long as the text.
std::string with_one_alphabet(std::string_view text);

} // namespace preflag
