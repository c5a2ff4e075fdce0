#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// The whole of a small file of the user's own, UTF-8, without byte order mark. `what` names it in
/// messages ("licence file"). Throws InputError when it is a folder, cannot be opened or read, is
/// larger than 64 MiB, or is no UTF-8.
std::string read_text_file(const std::string& path, std::string_view what);

} // namespace preflag
