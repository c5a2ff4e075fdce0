#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preflag {

/// The bytes of a file, at most a little more than `most`. `what` names it in messages ("licence
/// file"). Throws InputError, with the system's reason, when it is a folder or cannot be opened or
/// read.
std::string read_file(const std::string& path, std::string_view what, std::size_t most);

inline constexpr std::size_t largest_text = std::size_t{1} << 26U;

/// The whole of a small file of the user's own, UTF-8, without byte order mark. Throws InputError
/// as read_file and text_of do.
std::string read_text_file(const std::string& path, std::string_view what);

/// The bytes of such a file as text. Throws InputError when there are more than 64 MiB, or when
/// they are no UTF-8.
std::string text_of(std::string bytes, const std::string& path, std::string_view what);

} // namespace preflag
