#pragma once

#include <preflag/goods/text/lexemes.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preflag {

/// Phrases of data files ("free of", "w/w"), found among lexemes.
class PhraseSet {
  public:
    void add(std::string_view phrase);

    /// Lexemes taken by the longest phrase that begins at `place`; 0 for none.
    [[nodiscard]] std::size_t at(std::span<const Lexeme> lexemes, std::size_t place) const;
    /// Lexemes taken by the longest phrase that ends before `place`; 0 for none.
    [[nodiscard]] std::size_t before(std::span<const Lexeme> lexemes, std::size_t place) const;
    [[nodiscard]] bool anywhere(std::span<const Lexeme> lexemes) const;
    [[nodiscard]] bool empty() const { return phrases_.empty(); }

  private:
    using Phrase = std::vector<std::string>;
    static bool matches(const Phrase& phrase, std::span<const Lexeme> lexemes, std::size_t place);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>>
        phrases_; ///< by first word
    std::size_t longest_ = 0;
};

} // namespace preflag
