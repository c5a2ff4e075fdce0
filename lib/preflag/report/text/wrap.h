#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Printable text in rows of at most `columns` terminal columns (at least one), broken at spaces;
/// a word that is longer than a row is broken inside. No row is empty, and nothing is lost.
std::vector<std::string> wrapped(std::string_view printable_text, std::size_t columns);

/// Printable text cut or filled up with spaces to exactly `columns` terminal columns.
std::string padded(std::string_view printable_text, std::size_t columns);

} // namespace preflag
