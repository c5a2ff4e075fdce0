#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace preflag {

/// Largest list, in bytes, and most entries of one.
inline constexpr std::size_t largest_list = std::size_t{4} << 20;
inline constexpr std::size_t most_list_entries = 200'000;

/// What `in-list` names: one entry a line, "#" begins a comment. Either `error` says why it cannot
/// be used, with what to do about it, or there is at least one entry.
struct WordList {
    std::vector<std::string> phrases; ///< as phrase_of gives them
    std::string digest;               ///< SHA-256 of the file
    std::string error, advice;
};

/// Reads `name` below `folder`. A path that leaves the folder, by "..", a leading "/" or a link, is
/// an error; so is anything but a plain file within the bounds.
WordList read_word_list(const std::string& folder, const std::string& name);

} // namespace preflag
