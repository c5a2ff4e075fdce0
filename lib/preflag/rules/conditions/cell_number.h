#pragma once

#include <preflag/goods/interval.h>

#include <optional>
#include <string_view>

namespace preflag {

/// The number of a cell that holds no other one: "1250.5", "1,250.5", "EUR 1.250,50". "1.250" may
/// be either number and is the range of both; a lone comma before exactly three digits parts
/// thousands, any other is a decimal comma. nullopt for a negative number, too.
std::optional<Interval> cell_number(std::string_view cell);

} // namespace preflag
