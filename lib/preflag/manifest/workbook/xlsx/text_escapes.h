#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// Puts the characters in place of "_x000D_" and the like, by which workbooks of Excel write what
/// XML cannot hold; "_x005F_" is the underscore itself. Control characters become blanks.
void unescape_in_place(std::string& text, std::size_t from = 0);

} // namespace preflag
