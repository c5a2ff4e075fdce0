#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Phrases, as phrase_of gives them, that texts are searched for. The time depends on the words of
/// the text and hardly on the number of phrases.
class PhrasePrefixes {
  public:
    explicit PhrasePrefixes(std::vector<std::string> phrases);

    /// Whether the text begins with one of them; the text is a phrase, or the end of one from a
    /// space on. The empty phrase stands in every text.
    [[nodiscard]] bool begin(std::string_view text) const;
    /// Whether one of them lies in the phrase.
    [[nodiscard]] bool lie_in(std::string_view phrase) const;

  private:
    static std::size_t place_of(std::string_view text);

    static constexpr std::size_t places = 4096;
    std::vector<std::string> sorted_;   ///< none of which begins with another one
    std::bitset<places> first_letters_; ///< of each: false is certain
};

} // namespace preflag
