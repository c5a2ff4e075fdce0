#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/reading/evidence_finder.h>
#include <preflag/goods/text/lexemes.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A half-open range of lexemes.
struct LexemeRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// One goods cell cut into lexemes. The text must outlive it.
struct CellText {
    Field field = Field::description;
    std::string_view text;
    std::vector<Lexeme> lexemes;

    CellText(Field cell_field, std::string_view cell_text)
        : field(cell_field), text(cell_text), lexemes(lex(cell_text)) {}

    /// The lexemes that a hit in this cell takes up.
    [[nodiscard]] LexemeRange range_of(const Hit& hit) const;
    /// The lexemes from `begin` to `end`, which must not be empty, as the cell has them.
    [[nodiscard]] std::string written(std::size_t begin, std::size_t end) const {
        const Lexeme& last = lexemes[end - 1];
        return std::string(
            text.substr(lexemes[begin].offset, last.offset + last.length - lexemes[begin].offset));
    }
    /// The words around a place: what a semicolon, a line break or a joined column ends.
    [[nodiscard]] LexemeRange clause_around(std::size_t lexeme) const;
};

} // namespace preflag
