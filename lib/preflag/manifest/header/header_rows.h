#pragma once

#include <preflag/manifest/header/field_aliases.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

using HeaderCells = std::vector<std::string>;

/// A header of two rows as one. The row below goes on with each cell ("Net" over "weight (kg)",
/// units under their columns); nullopt unless every cell of it does, so that it is no line of data.
std::optional<HeaderCells> header_with_row_below(const HeaderCells& header,
                                                 const HeaderCells& below,
                                                 const FieldAliases& aliases);

/// The row above holds groups of columns ("Consignee" over "Name", "Address"); nullopt unless they
/// tell more of some column.
std::optional<HeaderCells> header_with_row_above(const HeaderCells& above,
                                                 const HeaderCells& header,
                                                 const FieldAliases& aliases);

} // namespace preflag
