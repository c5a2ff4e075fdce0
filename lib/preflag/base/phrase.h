#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// The folded words of a text, each between spaces: "P.O. Box 7" -> " p o box 7 ". One phrase lies
/// within another at word edges exactly when find() finds it. Empty when there is no word.
std::string phrase_of(std::string_view utf8);

} // namespace preflag
