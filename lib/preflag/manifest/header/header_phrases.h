#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

using HeaderVocabulary = std::vector<std::string>;

/// The words of a header: "CNEE_NAME", "cneeName" and "Cnee Name" have the same.
HeaderVocabulary header_vocabulary(std::string_view header);

/// The words with a space between them, and back.
std::string joined(const HeaderVocabulary& words);
HeaderVocabulary words_of(std::string_view phrase);

/// "g w kgs" -> "gw kgs": what is left of abbreviations with points.
HeaderVocabulary with_letters_glued(const HeaderVocabulary& words);

/// Whether a folded phrase has Chinese, Japanese or Korean letters: they are written without
/// spaces, so it is found anywhere.
bool has_no_word_edges(std::string_view phrase);

/// Words and phrases of the header vocabulary that stand for one thing ("address").
class HeaderPhrases {
  public:
    /// With `inflected` words of six letters and more are also found with an ending: "Empfängers".
    explicit HeaderPhrases(bool inflected = false) : inflected_(inflected) {}

    void add(std::string_view phrase);

    [[nodiscard]] bool has(std::string_view word) const { return words_.contains(word); }
    /// Whether one of them stands in the header, whose words are also given joined.
    [[nodiscard]] bool is_in(const HeaderVocabulary& words, std::string_view text) const;
    [[nodiscard]] bool is_in(const HeaderVocabulary& words) const {
        return is_in(words, joined(words));
    }
    /// Whether they stand in the header, and nothing beside them.
    [[nodiscard]] bool are_all_of(const HeaderVocabulary& words) const {
        return is_in(words) && taken_from(words).empty();
    }
    [[nodiscard]] const std::set<std::string, std::less<>>& words() const { return words_; }
    /// All of them, folded.
    [[nodiscard]] std::vector<std::string> all() const;
    /// The header without them, also without the single words of phrases. Of a word written without
    /// edges the rest is kept.
    [[nodiscard]] HeaderVocabulary taken_from(const HeaderVocabulary& words) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(inflected_, words_, words_of_phrases_, phrases_, without_edges_);
    }

  private:
    [[nodiscard]] bool has_form(const std::string& word) const;

    bool inflected_;
    std::set<std::string, std::less<>> words_;
    std::set<std::string, std::less<>> words_of_phrases_;
    std::vector<std::string> phrases_; ///< of several words, with a space at both ends
    std::vector<std::string> without_edges_;
};

} // namespace preflag
