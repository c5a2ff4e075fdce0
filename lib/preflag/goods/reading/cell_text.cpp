#include <preflag/goods/reading/cell_text.h>

namespace preflag {

LexemeRange CellText::range_of(const Hit& hit) const {
    LexemeRange range{0, 0};
    while (range.begin < lexemes.size() &&
           lexemes[range.begin].offset + lexemes[range.begin].length <= hit.offset)
        ++range.begin;
    range.end = range.begin;
    while (range.end < lexemes.size() && lexemes[range.end].offset < hit.offset + hit.length)
        ++range.end;
    return range;
}

LexemeRange CellText::clause_around(std::size_t lexeme) const {
    const auto ends = [&](std::size_t place) {
        return lexemes[place].text == ";" || lexemes[place].text == "|";
    };
    LexemeRange range{lexeme, lexeme};
    while (range.begin > 0 && !ends(range.begin - 1))
        --range.begin;
    while (range.end < lexemes.size() && !ends(range.end))
        ++range.end;
    return range;
}

} // namespace preflag
