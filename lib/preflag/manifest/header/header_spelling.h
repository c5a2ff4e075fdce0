#pragma once

#include <preflag/manifest/header/header_phrases.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace preflag {

/// Knows the words of the header vocabulary, and mends headers that are misspelt ("COMERCIAL"),
/// glued together ("GROSSWEIGHTKG") or numbered ("DESC2"). Only words of ASCII letters are mended.
class HeaderSpelling {
  public:
    void add(const HeaderVocabulary& words);
    /// Words that are spelt right, but never what a misspelt one is taken for.
    void add_ignored(const HeaderVocabulary& words);

    /// Without the digits at the end of words that are known without them.
    [[nodiscard]] HeaderVocabulary without_numbers(HeaderVocabulary words) const;
    /// With glued words taken apart; nullopt when there is none.
    [[nodiscard]] std::optional<HeaderVocabulary> taken_apart(const HeaderVocabulary& words) const;
    /// With misspelt words replaced by the known word nearest to them; nullopt when there is none.
    [[nodiscard]] std::optional<HeaderVocabulary> corrected(const HeaderVocabulary& words) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(known_, ignored_);
    }

  private:
    [[nodiscard]] bool is_known(std::string_view word) const;
    [[nodiscard]] HeaderVocabulary pieces(std::string_view word) const;
    [[nodiscard]] const std::string* nearest_known(const std::string& word) const;

    std::set<std::string, std::less<>> known_;
    std::set<std::string, std::less<>> ignored_;
};

} // namespace preflag
