#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/reading/cell_text.h>

#include <span>
#include <string>
#include <vector>

namespace preflag {

/// What is worth telling about the codes of a line: repaired ones, with how; damaged ones that
/// could not be repaired; CAS numbers with a wrong check digit, in their column and in the texts.
std::vector<std::string> notes_on_codes(const FieldValues& line, std::span<const CellText> cells);

} // namespace preflag
