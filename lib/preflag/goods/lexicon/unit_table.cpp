#include <preflag/goods/lexicon/unit_table.h>

namespace preflag {

std::string unit_key(std::string_view word) {
    std::string key;
    for (const Lexeme& lexeme : lex(word))
        if (lexeme.text != ".") // of an abbreviation
            key += lexeme.text;
    return key;
}

std::optional<double> factor_of(const UnitTable::Factors& factors, std::string_view key) {
    const auto found = factors.find(key);
    return found == factors.end() ? std::nullopt : std::optional(found->second);
}

} // namespace preflag
