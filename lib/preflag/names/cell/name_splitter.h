#pragma once

#include <preflag/names/word/transliterator.h>

#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Splits names into words of lower-case ASCII letters and digits, whatever their script: other
/// scripts are transliterated (Chinese and Korean by syllable), accents go, apostrophes join,
/// "S.A." is one word. One per thread.
class NameSplitter {
  public:
    struct Word {
        std::string text;
        bool without_vowels = false; ///< written in Arabic, Hebrew, Thai or Khmer
        /// A syllable of Chinese or Korean behind the one before, without a space.
        bool follows_syllable = false;
        bool is_syllable = false; ///< of Chinese or Korean
        bool is_kana = false;     ///< mostly a foreign name as Japanese writes it
    };

    /// `letters_apart`: "S.A." is two words.
    void split(std::string_view name, std::vector<Word>& words, bool letters_apart = false);

    std::vector<std::string> words(std::string_view name);
    std::string joined(std::string_view name, std::string_view between);

  private:
    void split_latin(std::string_view text, bool without_vowels, std::vector<Word>& words) const;

    bool letters_apart_ = false;
    Transliterator transliterator_;
};

} // namespace preflag
