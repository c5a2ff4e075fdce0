#pragma once

#include <preflag/names/name_reader.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace preflag {

/// How two words of names are alike. `edits` counts changed letters, an exchange of neighbours as
/// one.
enum class WordMatch : std::uint8_t {
    none,
    same,
    spelling,
    edits,
    joined,
    script,
    initial,
    orthography
};

/// What a word sounds like.
struct SoundedWord {
    std::string_view folded;     ///< NameVocabulary::fold of the word
    bool without_vowels = false; ///< written in a script that has none
    /// Of a script without vowels, NameVocabulary::sound of the word: it may be another name than
    /// the one whose variant it is. Empty where that is not known.
    std::string_view sound = {};
    bool is_known = false; ///< a name with variants: another one is no slip for it
};

/// What a comparison needs to know of a word.
struct NameWord {
    std::string_view raw;    ///< transliterated, lower case
    std::string_view folded; ///< NameVocabulary::fold of it
    std::string_view sound;  ///< NameVocabulary::sound of it
    float weight = 0;
    bool without_vowels = false;
    WordClass word_class = WordClass::ordinary;
    std::span<const std::string> spellings; ///< ReadName::Word::spellings; of the query only
    bool is_syllable = false;               ///< of Chinese or Korean script; of the query only

    [[nodiscard]] bool is_initial() const { return raw.size() == 1 && !is_number(); }
    [[nodiscard]] bool is_number() const { return word_class == WordClass::number; }
};

/// Letters that may differ between words whose shorter one has this many: none below 4, one below
/// 8, else two.
constexpr std::size_t edits_allowed(std::size_t shorter) {
    if (shorter < 4)
        return 0;
    return shorter < 8 ? 1 : 2;
}

/// Levenshtein distance, where a single exchange of neighbours and nothing else counts 1; `limit +
/// 1` when it is more than `limit` (at most 2).
std::size_t word_distance(std::string_view left, std::string_view right, std::size_t limit);

/// The similarity of folded words by edits, 0 when there are too many. Vowels that differ cost less
/// than consonants, consonants of near sound less than others.
double edit_similarity(std::string_view left, std::string_view right,
                       const NameSimilarities& similarities);
/// Edits are looked for in words up to this length: longer ones are texts without spaces.
inline constexpr std::size_t longest_edited_word = 60;

/// The letters of a word as a set of 16 bits, several letters to a bit.
std::uint16_t letters_of(std::string_view word);

struct WordSimilarity {
    double share = 0; ///< 0 to 1
    WordMatch match = WordMatch::none;
    std::uint8_t edits = 0;
};

/// How alike two words without digits are that are not written the same: symmetric.
WordSimilarity similarity_of(const SoundedWord& left, const SoundedWord& right,
                             const NameSimilarities& similarities);
/// How alike a word of a query and one of a listed name are. Words with digits are the same or
/// nothing, but for letters that look like digits.
WordSimilarity similarity_of(const NameWord& query, const NameWord& list,
                             const NameSimilarities& similarities);
/// Whether words of the same folded text that are written differently are taken for one: very short
/// ones only as variants of one name, or across scripts.
bool is_spelling(const NameWord& query, const NameWord& list);

/// How well a word fits the letters of a script without vowels, where both have the same
/// consonants: 1 when every long vowel that is written has its like.
double script_fit(std::string_view vowelled, std::string_view abjad);

/// Whether `whole` is `first` and `second` in one word; all three are sounds.
bool is_joined(std::string_view whole, std::string_view first, std::string_view second);
/// The same across scripts, by consonants: of the sound of one word, and of two others in one, of
/// which either is of a script without vowels.
bool writes_joined(std::string_view whole, std::string_view joined, bool is_whole_abjad);
/// The sound of two words written as one.
void join_sounds(std::string_view first, std::string_view second, std::string& joined);

/// Shorter joined words than this are not looked for.
inline constexpr std::size_t least_joined = 4;
/// Fewer consonants than this say nothing; with fewer than `sure_consonants` the vowels must fit.
inline constexpr std::size_t least_consonants = 2;
inline constexpr std::size_t sure_consonants = 3;

} // namespace preflag
