#include <preflag/goods/text/lexemes.h>
#include <preflag/rules/conditions/cell_number.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr double thousand = 1000;

bool is_number(const Lexeme& lexeme) {
    return lexeme.kind == Lexeme::Kind::number;
}

/// "1.250" as written; "0.250" and "1250.250" are no thousands.
bool may_be_thousands(std::string_view written) {
    const std::size_t point = written.find_first_of(".,");
    return point != std::string_view::npos && written[point] == '.' && point <= 3 &&
           written[0] != '0' && written.size() == point + 4 &&
           written.find_first_of(".,", point + 1) == std::string_view::npos;
}

} // namespace

std::optional<Interval> cell_number(std::string_view cell) {
    const std::vector<Lexeme> lexemes = lex(cell);
    const auto found = std::find_if(lexemes.begin(), lexemes.end(), is_number);
    if (found == lexemes.end() || std::any_of(found + 1, lexemes.end(), is_number))
        return std::nullopt;
    if (found != lexemes.begin() && (found - 1)->text == "-")
        return std::nullopt;
    const bool is_doubtful = may_be_thousands(cell.substr(found->offset, found->length));
    return Interval{found->number, found->number * (is_doubtful ? thousand : 1)};
}

} // namespace preflag
