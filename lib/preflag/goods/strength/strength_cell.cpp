#include <preflag/base/text.h>
#include <preflag/goods/line/strength_figures.h>
#include <preflag/goods/strength/strength_cell.h>

#include <string>
#include <vector>

namespace preflag {

std::optional<Concentration> read_strength_cell(std::string_view cell, std::string_view unit_hint,
                                                const ReadingVocabulary& words, DecimalMark style) {
    const std::string text = std::string(cell);
    const auto whole = [&](const std::string& with_unit) -> std::optional<Concentration> {
        const std::vector<Lexeme> lexemes = lex(with_unit, style);
        const auto figures = find_strength_figures(lexemes, words);
        if (figures.size() != 1 || figures.front().needs_name)
            return std::nullopt;
        return figures.front().concentration;
    };
    if (auto stated = whole(text))
        return stated;
    const std::string hint = fold(unit_hint);
    if (hint.find("fraction") != std::string::npos) {
        auto concentration = whole(text + " %");
        if (concentration) {
            concentration->value.low *= 100;
            concentration->value.high *= 100;
        }
        return concentration;
    }
    if (!hint.empty())
        if (auto stated = whole(text + " " + std::string(unit_hint)))
            return stated;
    return whole(text + " %");
}

} // namespace preflag
