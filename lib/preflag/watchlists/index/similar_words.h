#pragma once

#include <preflag/names/word/word_similarity.h>
#include <preflag/watchlists/index/compiled_list.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace preflag {

/// A sound of the list that is like a word.
struct SimilarSound {
    std::uint32_t sound = 0;
    float weight = 0; ///< of the sound
    float share = 0;  ///< of the word and any word with this sound; at most that of any of them
    WordMatch match = WordMatch::none;
    std::uint8_t edits = 0;
    int common = -1; ///< of the sound
};

/// The words of a list that are like a given one, each looked for once: names repeat their words.
///
/// None is lost. Sounds that are the same are found by their text. Edits: a word that is cut into
/// one piece more than edits are allowed keeps a piece whole; an exchange of neighbours, which
/// counts one edit and may break two pieces, is tried at every place of words with a single edit.
/// Words without vowels are found by their consonants. Of what was found only such words are
/// compared whose lengths and letters can be within the edits. Other orthographies of the word are
/// found by their text.
class SimilarWords {
  public:
    struct Found {
        std::vector<SimilarSound> sounds;       ///< lightest first
        std::optional<std::uint32_t> own_sound; ///< where the list has the word's own one
        float most_share = 0;                   ///< the largest of the sounds'
        float most_found = 0;                   ///< the largest of share times weight
    };

    /// The references must outlive this. One per thread.
    SimilarWords(const CompiledList& list, const NameSimilarities& similarities)
        : list_(list), similarities_(similarities) {}

    /// Good until the next forget_many(). An initial is like no word here.
    const Found& find(const ReadName::Word& word);

    /// Bounds the memory: drops everything once a million sounds are remembered.
    void forget_many();

    /// The list's sound with this text.
    [[nodiscard]] std::optional<std::uint32_t> sound_of(std::string_view folded) const;

  private:
    void find_by_edits();
    void find_by_exchange();
    void find_by_consonants();
    void compare_candidates(Found& found);
    void add_spellings(const ReadName::Word& word, Found& found);

    const CompiledList& list_;
    const NameSimilarities& similarities_;
    std::unordered_map<std::string, Found> known_;
    std::size_t remembered_ = 0;
    std::string key_;

    SoundedWord word_; ///< the one that is looked for
    std::vector<std::uint32_t> candidates_;
    std::string exchanged_;
};

} // namespace preflag
