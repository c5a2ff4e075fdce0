#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A piece of goods text: a word ("h2o2"), a number ("34,4") or a single symbol ("%", "/").
struct Lexeme {
    enum class Kind : std::uint8_t { word, number, symbol };
    Kind kind = Kind::word;
    bool after_space = false; ///< white space stands before it
    bool is_capital = false;  ///< a word of one capital letter ("M")
    std::size_t offset = 0;   ///< in the text, in bytes
    std::size_t length = 0;
    std::string text; ///< folded; of a number its digits with '.' as decimal sign
    double number = 0;
};

/// A half-open range of lexemes.
struct LexemeRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool contains(std::size_t place) const { return place >= begin && place < end; }
};

/// Cuts a text into lexemes. "35PCT" is a number and a word, "H2O2" one word, "34,4" and
/// "1.250,5" and "1 250.5" numbers. A comma or point that three digits follow is a thousands
/// separator only when the digits before it allow no other reading ("1,250" yes, "0,350" no).
/// Full-width forms and sub- and superscript digits are resolved; CJK characters are single words.
std::vector<Lexeme> lex(std::string_view utf8);

} // namespace preflag
