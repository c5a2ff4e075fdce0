#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// The folded words of a text, each between spaces: "P.O. Box 7" -> " p o box 7 ". One phrase lies
/// within another at word edges exactly when find() finds it. Empty when there is no word.
std::string phrase_of(std::string_view utf8);

/// The same with a memory of the texts that this thread asked for lately, which is bounded: the
/// cells of a line are asked about by many rules, and come again on other lines. Valid until the
/// thread's next call.
const std::string& known_phrase_of(std::string_view utf8);

} // namespace preflag
