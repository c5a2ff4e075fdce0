#pragma once

#include <preflag/base/rule_files.h>
#include <preflag/names/sound_folder.h>

#include <array>
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
};
struct NameSimilarities {
    double spelling = 0;     ///< same sound, other letters; or variants of one name
    double joined = 0;       ///< one word here, two there
    double script = 0;       ///< same consonants, one of the words from a script without vowels
    double initial = 0;      ///< a letter that begins the other word
    double first_letter = 0; ///< taken off when an edit changed the first letter
};

/// The words that tell how to read names of parties: legal forms, titles, particles, words that say
/// nothing, variants of a name, sounds. From rules/parties/names.yaml of each folder; a later
/// folder adds to the earlier ones.
class NameWords {
  public:
    /// The text that stands for a word: its variants' common one, else its sound. Words of scripts
    /// without vowels have variants of their own: "ly" is Ali in Arabic and Li elsewhere.
    [[nodiscard]] std::string fold(std::string_view word, bool without_vowels = false) const;
    /// By sound alone, without variants.
    [[nodiscard]] std::string sound(std::string_view word) const { return sounds_.fold(word); }
    /// The common text of a sound's variants, else the sound.
    [[nodiscard]] std::string common_of(std::string sound, bool without_vowels = false) const;
    /// Takes a folded word: whether it stands for several spellings of a well-known name.
    [[nodiscard]] bool is_common(const std::string& folded) const {
        return common_.contains(folded);
    }
    [[nodiscard]] bool is_title(const std::string& word) const { return titles_.contains(word); }
    /// Both take a folded word.
    [[nodiscard]] bool is_generic(const std::string& folded) const {
        return generic_.contains(folded);
    }
    [[nodiscard]] bool is_particle(const std::string& folded) const {
        return particles_.contains(folded);
    }
    /// Whether a legal form begins with this unfolded word.
    [[nodiscard]] bool starts_legal_form(const std::string& word) const {
        return legal_form_starts_.contains(word);
    }
    /// How many words from `at` on are a legal form; 0 when none are. `words` are unfolded.
    [[nodiscard]] std::size_t legal_form(const std::vector<std::string>& words,
                                         std::size_t at) const;
    /// Where another name begins within a field ("c/o", "trading as"): ASCII, lower case.
    [[nodiscard]] const std::vector<std::string>& separators() const { return separators_; }
    /// Whether a separator begins with this character.
    [[nodiscard]] bool starts_separator(char c) const {
        return separator_starts_[static_cast<unsigned char>(c)];
    }

    [[nodiscard]] const NameWeights& weights() const { return weights_; }
    [[nodiscard]] const NameSimilarities& similarities() const { return similarities_; }
    /// SHA-256 over the files: a compiled list is good for these words only.
    [[nodiscard]] const std::string& digest() const { return digest_; }

  private:
    friend class NameWordsReader;
    friend NameWords read_name_words(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

    SoundFolder sounds_;
    std::unordered_map<std::string, std::string> variants_; ///< folded -> common text
    std::unordered_set<std::string> common_;
    std::unordered_set<std::string> titles_, generic_, particles_;
    std::unordered_set<std::string> legal_forms_;       ///< words joined by a space
    std::unordered_set<std::string> legal_form_starts_; ///< their first words
    std::size_t longest_legal_form_ = 0;
    std::array<bool, 256> separator_starts_{};
    std::vector<std::string> separators_;
    NameWeights weights_;
    NameSimilarities similarities_;
    std::string digest_;
};

/// Reads parties/names.yaml. Adds every defect to `diagnostics`; that there is none is one.
NameWords read_name_words(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
