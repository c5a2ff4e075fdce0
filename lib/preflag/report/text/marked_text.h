#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A stretch of a text, in bytes, that is to stand out.
struct Mark {
    enum class Kind { counts, cancelled };
    std::size_t offset = 0;
    std::size_t length = 0;
    Kind kind = Kind::counts;
};

/// The text, made printable, in rows of at most `columns` terminal columns (at least two), cut
/// where a row is full. With colour the marked stretches are underlined, the cancelled ones struck
/// through; without, a row of '~' and '-' stands below each row that has any. Where marks overlap,
/// what counts wins. Marks beyond the end of the text are passed over.
std::vector<std::string> marked_rows(std::string_view text, const std::vector<Mark>& marks,
                                     std::size_t columns, bool colour);

/// The column, from 1, of the character at the byte `offset`: characters, not bytes.
std::size_t character_number(std::string_view text, std::size_t offset);

} // namespace preflag
