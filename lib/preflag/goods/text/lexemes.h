#pragma once

#include <preflag/base/cell_styles.h>

#include <cstddef>
#include <cstdint>
#include <optional>
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
    /// The other value of a number whose mark may be that of decimals or of thousands.
    std::optional<double> other_number = std::nullopt;
    bool has_blank = false; ///< a typed blank parts the thousands of the number
};

/// A half-open range of lexemes.
struct LexemeRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool contains(std::size_t place) const { return place >= begin && place < end; }
};

/// Cuts a text into lexemes. "35PCT" is a number and a word, "H2O2" one word, and numbers are those
/// of read_number: "34,4", "1.250,5", "1 250.5", "1.2E+03". `style` says which mark the writer of
/// the text puts before decimals; while that is unknown, "1,250" is 1250 and "1.250" is 1.25, each
/// with the other value beside it. Full-width forms and sub- and superscript digits are resolved;
/// CJK characters are single words.
std::vector<Lexeme> lex(std::string_view utf8, DecimalMark style = DecimalMark::unknown);

} // namespace preflag
