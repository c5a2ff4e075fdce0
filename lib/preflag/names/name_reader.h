#pragma once

#include <preflag/names/name_splitter.h>
#include <preflag/names/name_words.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preflag {

/// What a word of a name is worth by what it is; rarity comes on top.
enum class WordClass : std::uint8_t { ordinary, common, generic, particle, number, initial };

/// A name in the form in which names are compared.
struct ReadName {
    struct Word {
        std::string raw;
        std::string folded;
        std::string sound; ///< folded without variants: what joined words are compared by
        WordClass word_class = WordClass::ordinary;
        bool without_vowels = false;
    };
    std::vector<Word> words;
};

/// Reads names: transliterates, splits, drops legal forms and titles, folds sounds. One per thread.
class NameReader {
  public:
    /// The words must outlive the reader.
    explicit NameReader(const NameWords& words) : words_(words) {}

    /// A name whose words are all legal forms or titles keeps them. At most `most_words` words are
    /// kept; more than that is no name.
    const ReadName& read(std::string_view text);

    /// The names within one field: "ACME LTD c/o HOTEL X" holds two.
    std::vector<std::string_view> names_in(std::string_view field) const;

    static constexpr std::size_t most_words = 24;

  private:
    /// What is known of a word; names repeat their words.
    struct WordFacts {
        std::string sound, folded;
        WordClass word_class = WordClass::ordinary;
        bool is_title = false;
        bool starts_legal_form = false;
    };
    const WordFacts& facts_of(const NameSplitter::Word& word);
    void drop_legal_forms();
    [[nodiscard]] std::size_t legal_form(std::size_t at) const;
    [[nodiscard]] WordClass class_of(const std::string& raw, const std::string& folded) const;

    const NameWords& words_;
    NameSplitter splitter_;
    std::vector<NameSplitter::Word> split_;
    std::unordered_map<std::string, WordFacts> known_;
    std::string key_;
    std::vector<const WordFacts*> facts_;
    std::vector<std::string> texts_;
    std::vector<bool> dropped_;
    ReadName name_;
};

} // namespace preflag
