#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/names/cell/cell_vocabulary.h>
#include <preflag/names/word/character_readings.h>
#include <preflag/names/word/phonetic_key.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace preflag {

/// How much a word that is not rare counts, and how much a pair of words counts that is not the
/// same: shares of 1, from rules/parties/names.yaml.
struct NameWeights {
    double common = 0, generic = 0, particle = 0, number = 0, initial = 0, least = 0;
    double patronymic = 0;
};
struct NameSimilarities {
    double spelling = 0;     ///< same sound, other letters; or variants of one name
    double joined = 0;       ///< one word here, two there
    double script = 0;       ///< same consonants, one of the words from a script without vowels
    double initial = 0;      ///< a letter that begins the other word
    double first_letter = 0; ///< taken off when an edit changed the first letter
    double orthography = 0;  ///< as another language writes it, or with digits for letters
};

/// What is taken off a name's score for what speaks against it: shares of 1.
struct CounterEvidence {
    double ordinary = 0;   ///< times the share of the words that are only here and only there
    double generic = 0;    ///< "Trading" here, "Logistics" there
    double number = 0;     ///< numbers that differ, unless it is a person
    double initial = 0;    ///< initials that differ
    double one_word = 0;   ///< one word is alike, others are only here or there
    double short_word = 0; ///< all that is alike is one short word that is written otherwise
    double given_name =
        0;               ///< all that is alike is a well-known name, others are only here or there
    double syllable = 0; ///< a person in Chinese or Korean script has a word more or less
    double consonants = 0; ///< all is alike across scripts only, in part or in another order
    double no_name = 0;    ///< numbers and generic words are alike, names are only here or there
};

/// How a language writes sounds that others write otherwise.
struct Orthography {
    std::string language;
    PhoneticKey sounds;
    /// Endings of names: they count only where every word of the name has one.
    bool is_ending = false;
    bool is_of_kana = false; ///< for words in Japanese kana only
};

/// The words that tell how to read names of parties: legal forms, titles, particles, words that say
/// nothing, variants of a name, sounds; and what is no name in a party's cell. From names.yaml,
/// legal-forms.yaml, spellings.yaml and cells.yaml in rules/parties of each folder; a later folder
/// adds to the earlier ones.
class NameVocabulary {
  public:
    /// The text that stands for a word: its variants' common one, else its sound. Words of scripts
    /// without vowels have variants of their own: "ly" is Ali in Arabic and Li elsewhere.
    [[nodiscard]] std::string fold(std::string_view word, bool without_vowels = false) const;
    /// By sound alone, without variants. Of scripts without vowels, capital letters keep apart what
    /// Latin letters write in several ways (see consonants.h).
    [[nodiscard]] std::string sound(std::string_view word, bool without_vowels = false) const {
        return (without_vowels ? abjad_sounds_ : sounds_).fold(word);
    }
    /// The common text of a sound's variants, else the sound.
    [[nodiscard]] std::string common_of(const std::string& sound,
                                        bool without_vowels = false) const;
    /// Takes a folded word: whether it stands for several spellings of a well-known name.
    [[nodiscard]] bool is_common(const std::string& folded) const {
        return common_.contains(folded);
    }
    /// The folded texts that the word has in other orthographies, with letters for digits that look
    /// like them, and without letters written twice; without its own one. Of an unfolded word.
    [[nodiscard]] std::vector<std::string> spellings(std::string_view word,
                                                     bool is_kana = false) const;
    /// Whether a text of several Chinese or Korean syllables is a known word.
    [[nodiscard]] bool is_word_of_syllables(const std::string& text) const {
        return words_of_syllables_.contains(text);
    }
    /// Orthographies of endings: the folded word without the ending of each, empty where it has
    /// none.
    [[nodiscard]] std::vector<std::string> without_endings(std::string_view word) const;

    /// "viktorovich", as written.
    [[nodiscard]] bool is_patronymic(std::string_view word) const;
    /// What a patronymic is compared by: the father's name that stands for all its spellings, and
    /// whether it is a son's or a daughter's. "Uladzimiravich" is that of "Vladimirovich".
    [[nodiscard]] std::string patronymic(std::string_view word, bool without_vowels) const;
    [[nodiscard]] bool is_title(const std::string& word, bool without_vowels) const {
        return titles_.contains(marked(word, without_vowels));
    }
    /// "MV" and the like, at the beginning of a name.
    [[nodiscard]] bool is_craft_title(const std::string& word) const {
        return craft_titles_.contains(word);
    }
    /// "the": says nothing at the beginning of a name.
    [[nodiscard]] bool is_article(const std::string& word) const {
        return articles_.contains(word);
    }
    /// "no", "nr": says nothing before a number.
    [[nodiscard]] bool is_number_sign(const std::string& word) const {
        return number_signs_.contains(word);
    }
    /// The number that an unfolded word spells ("three", "third", "xii"); 0 when it is none.
    [[nodiscard]] int number_of(const std::string& word) const;
    /// Both take a folded word.
    [[nodiscard]] bool is_generic(const std::string& folded, bool without_vowels) const {
        return generic_.contains(folded) ||
               (without_vowels && generic_.contains(marked(folded, true)));
    }
    [[nodiscard]] bool is_particle(const std::string& folded, bool without_vowels) const {
        return particles_.contains(marked(folded, without_vowels));
    }
    /// Takes an unfolded word: whether it is among the particles and generic words as they are
    /// written. Short words of names sound like such words ("Wall" and "wal").
    [[nodiscard]] bool is_small_word(const std::string& word) const {
        return small_words_.contains(word);
    }
    /// Whether a legal form begins with this unfolded word.
    [[nodiscard]] bool starts_legal_form(std::string_view word) const;
    /// How many words from `at` on are a legal form, however divided; 0 when none are. `words` are
    /// unfolded.
    [[nodiscard]] std::size_t legal_form(const std::vector<std::string>& words,
                                         std::size_t at) const;
    /// Whether a single word is a legal form that stands before names.
    [[nodiscard]] bool leads(const std::string& word) const {
        return leading_forms_.contains(word);
    }
    [[nodiscard]] const CellVocabulary& cells() const { return cells_; }
    [[nodiscard]] const CharacterReadings& characters() const { return characters_; }

    [[nodiscard]] const NameWeights& weights() const { return weights_; }
    [[nodiscard]] const NameSimilarities& similarities() const { return similarities_; }
    [[nodiscard]] const CounterEvidence& doubts() const { return doubts_; }
    /// SHA-256 over the files: a compiled list is good for these words only.
    [[nodiscard]] const std::string& digest() const { return digest_; }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(sounds_, abjad_sounds_, orthographies_, variants_, common_, words_of_syllables_,
                further_readings_, titles_, craft_titles_, articles_, number_signs_, generic_,
                particles_, small_words_, numbers_, legal_forms_, leading_forms_,
                longest_legal_form_, patronymic_endings_, cells_, characters_, weights_,
                similarities_, doubts_, digest_);
    }

  private:
    friend class NameVocabularyReader;
    friend NameVocabulary read_name_words(const RuleFiles& files,
                                          std::vector<Diagnostic>& diagnostics);
    void add_typos(std::string_view word, std::vector<std::string>& found) const;

    /// Words of scripts without vowels are known apart from others.
    static std::string marked(const std::string& word, bool without_vowels) {
        return without_vowels ? '~' + word : word;
    }

    PhoneticKey sounds_, abjad_sounds_;
    std::vector<Orthography> orthographies_;
    std::unordered_map<std::string, std::string> variants_; ///< folded -> common text
    std::unordered_set<std::string> common_, words_of_syllables_;
    std::unordered_map<std::string, std::vector<std::string>> further_readings_;
    std::unordered_set<std::string> titles_, craft_titles_, articles_, number_signs_;
    std::unordered_set<std::string> generic_, particles_, small_words_;
    std::unordered_map<std::string, int> numbers_;
    std::vector<std::string> legal_forms_; ///< without spaces, sorted
    std::unordered_set<std::string> leading_forms_;
    std::size_t longest_legal_form_ = 0;                                      ///< in letters
    [[nodiscard]] std::size_t patronymic_ending(std::string_view word) const; ///< 0 for none

    std::vector<std::string> patronymic_endings_;
    CellVocabulary cells_;
    CharacterReadings characters_;
    NameWeights weights_;
    NameSimilarities similarities_;
    CounterEvidence doubts_;
    std::string digest_;
};

} // namespace preflag
