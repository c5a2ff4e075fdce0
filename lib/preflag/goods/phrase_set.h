#pragma once

#include <preflag/goods/lexemes.h>

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

    std::map<std::string, std::vector<Phrase>, std::less<>> phrases_; ///< by first word
    std::size_t longest_ = 0;
};

} // namespace preflag
