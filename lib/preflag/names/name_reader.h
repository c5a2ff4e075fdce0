#pragma once

#include <preflag/names/cell/name_splitter.h>
#include <preflag/names/name_vocabulary.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preflag {

/// What a word of a name is worth by what it is; rarity comes on top.
enum class WordClass : std::uint8_t {
    ordinary,
    common,
    generic,
    particle,
    number,
    initial,
    patronymic
};

/// A name in the form in which names are compared.
struct ReadName {
    struct Word {
        std::string raw;
        std::string folded;
        std::string sound; ///< folded without variants: what joined words are compared by
        WordClass word_class = WordClass::ordinary;
        bool without_vowels = false;
        bool is_syllable = false; ///< of Chinese or Korean script
        /// The folded texts of other orthographies; only of names that are looked up.
        std::vector<std::string> spellings;
    };
    std::vector<Word> words;
    /// What was left out says what the name is of.
    bool has_legal_form = false;
    bool has_craft_title = false;
    bool has_title = false;
};

/// The acronym of a name that stands in brackets behind it, "TTH" in "Tamil Trading House (TTH)";
/// empty for other names. It is no word of the name.
std::string_view bracketed_acronym(std::string_view name);

/// Reads names: transliterates, splits, drops legal forms and titles, folds sounds. One per thread.
class NameReader {
  public:
    /// For names to look up: with the spellings of their words.
    enum class Purpose : std::uint8_t { list, query };

    /// The words must outlive the reader.
    explicit NameReader(const NameVocabulary& words, Purpose purpose = Purpose::list)
        : words_(words), purpose_(purpose) {}

    /// Of a name, legal forms go at the end and, where they lead names or are several words, at the
    /// beginning; titles go unless the name has a legal form or a generic word; "the" goes at the
    /// beginning. A name that would be left with generic words only keeps them all. At most
    /// `most_words` words are kept; more than that is no name.
    const ReadName& read(std::string_view text) { return read(text, Letters::joined); }
    /// "S.V." is one word, or two.
    enum class Letters : std::uint8_t { joined, apart };
    const ReadName& read(std::string_view text, Letters letters);

    [[nodiscard]] const NameVocabulary& words() const { return words_; }

    static constexpr std::size_t most_words = 24;

  private:
    /// What is known of a word; names repeat their words.
    struct WordFacts {
        std::string sound, folded;
        std::vector<std::string> spellings, without_endings;
        WordClass word_class = WordClass::ordinary;
        int number = 0;
        bool is_title = false, is_craft_title = false;
        bool starts_legal_form = false;
    };
    const WordFacts& facts_of(const NameSplitter::Word& word);
    [[nodiscard]] WordClass class_of(const NameSplitter::Word& word,
                                     const std::string& folded) const;
    [[nodiscard]] std::size_t legal_form(std::size_t at) const;
    [[nodiscard]] bool is_left(bool (*wanted)(WordClass)) const;
    void join_syllables();
    void take_words();
    [[nodiscard]] std::size_t craft_title() const;
    void drop_legal_forms();
    void drop_leading_form(std::size_t end);
    void drop_titles();
    void drop_small_words();
    void keep_what_is_generic();
    void fold_numbers();
    void add_endings();

    const NameVocabulary& words_;
    Purpose purpose_;
    NameSplitter splitter_;
    std::vector<NameSplitter::Word> split_;
    std::unordered_map<std::string, WordFacts> known_;
    std::string key_;
    std::vector<const WordFacts*> facts_;
    std::vector<std::string> texts_;
    std::vector<bool> dropped_;
    bool keeps_forms_ = false;
    bool has_slash_ = false; ///< behind the first letter
    ReadName name_;
};

} // namespace preflag
