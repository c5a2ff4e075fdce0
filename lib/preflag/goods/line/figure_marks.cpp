#include <preflag/goods/line/figure_marks.h>

#include <algorithm>

namespace preflag {

bool FigureMarks::has_percent_at(std::size_t place) const {
    return is_symbol(place, "%") || words_.percent.at(lexemes_, place) > 0;
}

std::pair<std::size_t, Basis> FigureMarks::unit_at(std::size_t place) const {
    std::pair<std::size_t, Basis> best{0, Basis::not_stated};
    const std::size_t degrees = is_symbol(place, "°") ? 1 : 0;
    for (const auto& [basis, phrases] : words_.units) {
        const std::size_t taken =
            std::max(phrases.at(lexemes_, place), phrases.at(lexemes_, place + degrees) + degrees);
        if (taken > best.first + degrees)
            best = {taken, basis};
    }
    return best;
}

std::size_t FigureMarks::upper_sign_at(std::size_t place) const {
    if (!is_symbol(place, "<") && !is_symbol(place, "≤"))
        return 0;
    return is_symbol(place + 1, "=") ? 2 : 1;
}

std::size_t FigureMarks::tolerance_sign_at(std::size_t place) const {
    if (is_symbol(place, "±"))
        return 1;
    const bool is_spelt =
        is_symbol(place, "+") && is_symbol(place + 1, "/") && is_symbol(place + 2, "-");
    return is_spelt ? 3 : 0;
}

std::size_t FigureMarks::before_marks(std::size_t place) const {
    while (place > 0 &&
           (is_symbol(place - 1, ".") || is_symbol(place - 1, ":") || is_symbol(place - 1, "=")))
        --place;
    return place;
}

bool FigureMarks::ends_at(std::size_t place) const {
    if (place >= lexemes_.size() || words_.pure_grade.at(lexemes_, place) > 0)
        return true;
    constexpr std::string_view marks = ")];,.";
    const Lexeme& next = lexemes_[place];
    return next.kind == Lexeme::Kind::symbol && next.text.size() == 1 &&
           marks.find(next.text[0]) != std::string_view::npos;
}

} // namespace preflag
