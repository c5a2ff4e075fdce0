#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A word of goods text as the name search sees it: letters and digits kept together, folded.
/// Long words are cut before a digit ("peroxide35" -> "peroxide", "35"); CJK characters are words
/// of their own; a plural s of longer words does not count.
struct Word {
    std::uint64_t hash = 0;
    std::uint32_t offset = 0; ///< in the text, in bytes
    std::uint32_t length = 0;
    bool digits = false; ///< ASCII digits only
    bool plural = false; ///< ends with an s that the hash leaves aside
};

/// Replaces `words` by the words of `text`. Runs on every line of a manifest, which is why it
/// stands beside `lex`, which makes texts and numbers of the few lines that are read in full.
/// `folded` is scratch space; nothing is allocated for ASCII text once both have grown.
void scan_words(std::string_view text, std::vector<Word>& words, std::string& folded);

} // namespace preflag
