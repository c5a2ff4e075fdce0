#pragma once

#include <preflag/screening/screened_line.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace preflag {

// The one way in which text gets into a page. What comes from a manifest, a list or a pack goes
// through html_text or marked_goods and through nothing else.

/// For the content of elements and for attributes in double quotes: markup loses its meaning;
/// control, format and bidirectional characters and invalid UTF-8 become U+FFFD, line breaks
/// blanks.
std::string html_text(std::string_view text);

/// At most about `most` bytes of it; what was left out is told with its size.
std::string html_clipped(std::string_view text, std::size_t most);

/// The goods with what counted in <mark> and what was cancelled in <s>, clipped as above.
std::string marked_goods(const ScreenedLine& line, std::size_t most);

/// "1,234,567".
std::string grouped(std::uint64_t number);
/// "1,234,567 lines"; the noun takes an s.
std::string grouped(std::uint64_t count, std::string_view noun);

} // namespace preflag
