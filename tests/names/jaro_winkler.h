#pragma once

#include <string_view>

namespace preflag::test {

/// The usual choice of screening programs, for comparison: Jaro-Winkler similarity of the folded
/// and transliterated names with the usual prefix weight 0.1 of at most four letters; 0 to 1.
double jaro_winkler(std::string_view left, std::string_view right);

} // namespace preflag::test
