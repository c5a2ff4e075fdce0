#include <preflag/goods/text/lexemes.h>
#include <preflag/rules/conditions/cell_number.h>

#include <algorithm>

namespace preflag {

namespace {

bool is_figure(const Lexeme& lexeme) {
    return lexeme.kind == Lexeme::Kind::number;
}

} // namespace

std::optional<Interval> cell_number(std::string_view cell, DecimalMark style) {
    const std::vector<Lexeme> lexemes = lex(cell, style);
    const auto found = std::find_if(lexemes.begin(), lexemes.end(), is_figure);
    if (found == lexemes.end() || std::any_of(found + 1, lexemes.end(), is_figure))
        return std::nullopt;
    if (found != lexemes.begin() && (found - 1)->text == "-")
        return std::nullopt;
    const double other = found->other_number.value_or(found->number);
    return Interval{std::min(found->number, other), std::max(found->number, other)};
}

} // namespace preflag
