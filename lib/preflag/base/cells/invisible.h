#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// Whether a text holds characters that neither print nor part words: soft hyphens, zero-width
/// spaces and word joiners, byte order marks, marks of the writing direction. Joiners that some
/// scripts spell with (U+200C, U+200D) are none.
bool has_invisible(std::string_view utf8);

/// The text without them: "hydro\u00ADgen" -> "hydrogen".
std::string without_invisible(std::string_view utf8);

} // namespace preflag
