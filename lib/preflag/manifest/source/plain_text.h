#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// A cell as it was meant: without markup, see markup_text.h, and of goods with each word in one
/// alphabet, see look_alike_letters.h. What changes is appended to `scratch`, which then is viewed:
/// at most three times the length of the cell. Its earlier views stay good where it has the room.
std::string_view plain_text(std::string_view cell, bool is_of_goods, std::string& scratch);

} // namespace preflag
