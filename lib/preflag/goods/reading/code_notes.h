#pragma once

#include <preflag/goods/line/goods_text.h>

#include <string>
#include <vector>

namespace preflag {

/// What is worth telling about the codes of a line: repaired ones, with how; damaged ones that
/// could not be repaired; CAS numbers with a wrong check digit, in their column and in the texts.
std::vector<std::string> notes_on_codes(const GoodsLine& line);

} // namespace preflag
