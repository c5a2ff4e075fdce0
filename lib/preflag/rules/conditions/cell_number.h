#pragma once

#include <preflag/base/cell_styles.h>
#include <preflag/goods/interval.h>

#include <optional>
#include <string_view>

namespace preflag {

/// The number of a cell that holds no other one: "1250.5", "1,250.5", "EUR 1.250,50". "1.250" and
/// "1,250" may be either of two numbers and are the range of both, unless `style`, that of the
/// column, tells. nullopt for a negative number, too.
std::optional<Interval> cell_number(std::string_view cell,
                                    DecimalMark style = DecimalMark::unknown);

} // namespace preflag
