#pragma once

#include <preflag/goods/concentration.h>
#include <preflag/goods/lexicon/reading_vocabulary.h>
#include <preflag/goods/text/lexemes.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace preflag {

/// What stands beside the figures of a goods text: signs, units, marks, by place. A place beyond
/// the end holds nothing. The lexemes and words must outlive it.
class FigureMarks {
  public:
    FigureMarks(std::span<const Lexeme> lexemes, const ReadingVocabulary& words)
        : lexemes_(lexemes), words_(words) {}

    [[nodiscard]] bool is_symbol(std::size_t place, std::string_view text) const {
        return place < lexemes_.size() && lexemes_[place].kind == Lexeme::Kind::symbol &&
               lexemes_[place].text == text;
    }
    [[nodiscard]] bool is_number(std::size_t place) const {
        return place < lexemes_.size() && lexemes_[place].kind == Lexeme::Kind::number;
    }
    /// "%" or a word for it.
    [[nodiscard]] bool has_percent_at(std::size_t place) const;
    /// The longest unit of strengths, with the lexemes that it takes up; 0 when there is none.
    [[nodiscard]] std::pair<std::size_t, Basis> unit_at(std::size_t place) const;
    /// The lexemes of "<", "<=" or "≤"; 0 when there is none.
    [[nodiscard]] std::size_t upper_sign_at(std::size_t place) const;
    /// The lexemes of "±" or "+/-"; 0 when there is none.
    [[nodiscard]] std::size_t tolerance_sign_at(std::size_t place) const;
    /// The place behind the word before, without points, colons and equals signs between.
    [[nodiscard]] std::size_t before_marks(std::size_t place) const;
    /// Nothing, a mark or a word of purity follows, and no unit, package or further figure.
    [[nodiscard]] bool ends_at(std::size_t place) const;

  protected:
    std::span<const Lexeme> lexemes_;
    const ReadingVocabulary& words_;
};

} // namespace preflag
