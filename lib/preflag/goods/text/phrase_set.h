#pragma once

#include <preflag/goods/text/lexemes.h>

#include <bitset>
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
    [[nodiscard]] std::size_t at(std::span<const Lexeme> lexemes, std::size_t place) const {
        return place < lexemes.size() && may_begin(lexemes[place].text) ? longest_at(lexemes, place)
                                                                        : 0;
    }
    /// Lexemes taken by the longest phrase that ends before `place`; 0 for none.
    [[nodiscard]] std::size_t before(std::span<const Lexeme> lexemes, std::size_t place) const;
    [[nodiscard]] bool anywhere(std::span<const Lexeme> lexemes) const;
    [[nodiscard]] bool empty() const { return phrases_.empty(); }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(phrases_, longest_, firsts_);
    }

  private:
    using Phrase = std::vector<std::string>;
    /// Whether a phrase may begin with the word; false is certain. Most words of a text begin none.
    [[nodiscard]] bool may_begin(std::string_view word) const { return firsts_[bit_of(word)]; }
    static std::size_t bit_of(std::string_view word) {
        if (word.empty())
            return 0;
        const auto byte = [&](std::size_t i) -> std::size_t {
            return static_cast<unsigned char>(word[i]);
        };
        return (word.size() * 37U + byte(0) * 7U + byte(word.size() / 2) * 59U +
                byte(word.size() - 1) * 131U) %
               filter_size;
    }
    [[nodiscard]] std::size_t longest_at(std::span<const Lexeme> lexemes, std::size_t place) const;
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
    static constexpr std::size_t filter_size = 1024;
    std::bitset<filter_size> firsts_;
};

} // namespace preflag
