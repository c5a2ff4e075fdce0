#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// Whether the bytes of a file begin like those of a workbook (.xlsx or .ods), or of another zip
/// archive.
bool may_be_workbook(std::string_view bytes);

/// The one table of a workbook as CSV text with commas, for lists and licences: a line for each row
/// of the sheet, with as many cells as the wider of the first two. Throws InputError for what is no
/// workbook, and for one in which several sheets hold anything, or formulas without a value.
std::string workbook_table(const std::string& path);

} // namespace preflag
