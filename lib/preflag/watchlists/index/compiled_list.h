#pragma once

#include <preflag/names/whole_name.h>
#include <preflag/watchlists/index/flat_array.h>
#include <preflag/watchlists/index/hash_index.h>
#include <preflag/watchlists/watchlist_entry.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A list made ready for searching: flat arrays, const, shared by all threads, and written to a
/// file as they are.
///
/// Names are sequences of words; words that differ in spelling only share a sound (the folded
/// text). For each sound there are the names in which it is a key word, and those in which it is
/// not. Key words of a name are its heaviest ones, so many that the others weigh less than
/// `key_share` of the name: a name whose key words are all missing in a query cannot reach the
/// score that a hit needs (see ListSearch).
class CompiledList {
  public:
    struct Entry {
        std::uint32_t facts = 0; ///< begin of its facts in the facts' text
        EntryKind kind = EntryKind::unknown;
    };
    struct Name {
        std::uint32_t entry = 0;
        std::uint32_t text = 0;  ///< begin of the published name
        std::uint32_t words = 0; ///< begin of its words
        NameQuality quality = NameQuality::primary;
    };
    struct Word {
        std::uint32_t text = 0;              ///< begin of the transliterated word
        std::uint32_t spoken = 0;            ///< begin of its sound without variants
        std::uint32_t sound_and_initial = 0; ///< its sound, times 2, plus 1 for a single letter
    };
    struct Sound {
        std::uint32_t text = 0;
        std::uint32_t keyed = 0;   ///< begin of the names in which it is a key word
        std::uint32_t unkeyed = 0; ///< begin of those in which it is not
        float weight = 0;
        std::uint16_t letters = 0; ///< letters_of its text
        std::uint8_t size = 0;     ///< of its text, at most 255
        std::uint8_t traits = 0;   ///< 1 for "without vowels", plus 2 * (common number + 1)

        [[nodiscard]] bool without_vowels() const { return (traits & 1U) != 0; }
        /// The number of one of the common_sounds sounds that most names have; -1 for others.
        [[nodiscard]] int common() const { return (traits >> 1U) - 1; }
    };
    static constexpr std::size_t common_sounds = 25;

    /// The share of a name's weight that all but its key words weigh less than. ListSearch proves
    /// what follows from it.
    static constexpr double key_share = 0.375;

    /// A name's weight in these steps, rounded down and at most 127 of them, plus 128 for a name
    /// with a single letter as a word.
    static constexpr double weight_steps = 16;
    static constexpr std::uint8_t with_initial = 128;

    static CompiledList compile(const ListContents& contents, const NameVocabulary& words);

    [[nodiscard]] std::size_t entry_count() const { return entries_.size(); }
    [[nodiscard]] std::size_t name_count() const { return names_.empty() ? 0 : names_.size() - 1; }
    [[nodiscard]] std::size_t sound_count() const {
        return sounds_.empty() ? 0 : sounds_.size() - 1;
    }

    [[nodiscard]] const Name& name(std::uint32_t index) const { return names_[index]; }
    [[nodiscard]] std::string_view name_text(std::uint32_t index) const;
    /// Words as indexes into the list's words, in the name's order.
    [[nodiscard]] std::span<const std::uint32_t> words_of(std::uint32_t name) const {
        const std::uint32_t begin = names_[name].words;
        return {name_words_.data() + begin, names_[name + 1].words - begin};
    }
    [[nodiscard]] std::string_view word_text(std::uint32_t word) const;
    [[nodiscard]] std::string_view spoken_text(std::uint32_t word) const;
    [[nodiscard]] std::uint32_t sound_of(std::uint32_t word) const {
        return words_[word].sound_and_initial >> 1;
    }
    [[nodiscard]] bool is_initial(std::uint32_t word) const {
        return (words_[word].sound_and_initial & 1U) != 0;
    }
    [[nodiscard]] std::uint8_t measure(std::uint32_t name) const { return measures_[name]; }
    /// The common sounds that a name has, as bits.
    [[nodiscard]] std::uint32_t common_of(std::uint32_t name) const {
        return common_[name] & ((1U << common_sounds) - 1);
    }
    /// How many of a name's words are a single letter; 3 for more, and for a name that has a sound
    /// twice.
    [[nodiscard]] std::uint32_t initials_of(std::uint32_t name) const {
        return common_[name] >> (common_sounds + 5U);
    }
    /// Has the processor load what common_of() and initials_of() read, or where words_of() begin.
    void load_common_of(std::uint32_t name) const { __builtin_prefetch(&common_[name]); }
    void load_place_of_words(std::uint32_t name) const { __builtin_prefetch(&names_[name]); }
    void load_words_of(std::uint32_t name) const {
        __builtin_prefetch(name_words_.data() + names_[name].words);
    }
    /// The letter_number of a name's first word that is a single letter.
    [[nodiscard]] std::uint32_t initial_of(std::uint32_t name) const {
        return common_[name] >> common_sounds & 31U;
    }
    static constexpr std::uint32_t letter_number(char c) {
        return static_cast<unsigned char>(c) & 31U;
    }
    [[nodiscard]] const Sound& sound(std::uint32_t index) const { return sounds_[index]; }
    [[nodiscard]] std::string_view sound_text(std::uint32_t index) const;
    [[nodiscard]] WordClass class_of(std::uint32_t sound) const {
        return static_cast<WordClass>(classes_[sound]);
    }
    /// A word with all that a comparison needs.
    [[nodiscard]] NameWord name_word(std::uint32_t word) const {
        const std::uint32_t sound = sound_of(word);
        return {word_text(word),
                sound_text(sound),
                spoken_text(word),
                sounds_[sound].weight,
                sounds_[sound].without_vowels(),
                class_of(sound),
                {}};
    }
    [[nodiscard]] std::span<const std::uint32_t> keyed_names(std::uint32_t sound) const;
    [[nodiscard]] std::span<const std::uint32_t> unkeyed_names(std::uint32_t sound) const;

    [[nodiscard]] const HashIndex& sounds_by_text() const { return sounds_by_text_; }
    [[nodiscard]] const HashIndex& sounds_by_segment() const { return sounds_by_segment_; }
    [[nodiscard]] const HashIndex& sounds_by_consonants() const { return sounds_by_consonants_; }
    [[nodiscard]] const HashIndex& abjad_by_consonants() const { return abjad_by_consonants_; }
    [[nodiscard]] const HashIndex& names_by_join() const { return names_by_join_; }
    /// Whether any of its words is of a script without vowels.
    [[nodiscard]] bool has_abjad() const { return abjad_by_consonants_.bytes() > 0; }
    /// By whole_hash of their sound, and of their consonants.
    [[nodiscard]] const HashIndex& names_by_whole() const { return names_by_whole_; }
    [[nodiscard]] const HashIndex& entries_by_identifier() const { return entries_by_identifier_; }

    /// The weight of a word that no name of the list has.
    [[nodiscard]] float weight_of_unknown(WordClass word_class) const;
    /// The largest weight of a single letter in a name; 0 when no name has one.
    [[nodiscard]] float heaviest_initial() const { return weights_.back(); }

    /// The primary name of an entry.
    [[nodiscard]] std::uint32_t first_name(std::uint32_t entry) const;

    /// An entry's facts, as published.
    [[nodiscard]] EntryKind kind(std::uint32_t entry) const { return entries_[entry].kind; }
    [[nodiscard]] std::string_view id(std::uint32_t entry) const { return fact(entry, 0); }
    [[nodiscard]] std::vector<std::string_view> programmes(std::uint32_t entry) const;
    /// Two-letter codes.
    [[nodiscard]] std::vector<std::string_view> countries(std::uint32_t entry) const;
    [[nodiscard]] std::vector<std::string_view> birth_dates(std::uint32_t entry) const;
    [[nodiscard]] std::vector<std::string_view> addresses(std::uint32_t entry) const;
    [[nodiscard]] std::vector<std::string_view> identifiers(std::uint32_t entry) const;

    /// Of everything, in memory and in a file.
    [[nodiscard]] std::size_t bytes() const;

    /// Writes or reads all arrays: `archive` has number() and array().
    template <class Archive>
    void exchange(Archive& archive) {
        archive.array(entries_);
        archive.array(names_);
        archive.array(measures_);
        archive.array(common_);
        archive.array(name_words_);
        archive.array(words_);
        archive.array(sounds_);
        archive.array(classes_);
        archive.array(postings_);
        archive.array(texts_);
        archive.array(weights_);
        sounds_by_text_.exchange(archive);
        sounds_by_segment_.exchange(archive);
        sounds_by_consonants_.exchange(archive);
        abjad_by_consonants_.exchange(archive);
        names_by_join_.exchange(archive);
        names_by_whole_.exchange(archive);
        entries_by_identifier_.exchange(archive);
    }

  private:
    friend class ListCompiler;
    [[nodiscard]] std::string_view text_at(std::uint32_t begin) const;
    [[nodiscard]] std::string_view fact(std::uint32_t entry, std::size_t index) const;
    [[nodiscard]] std::vector<std::string_view> facts(std::uint32_t entry, std::size_t index) const;

    FlatArray<Entry> entries_;
    FlatArray<Name> names_; ///< one more than there are, for the end of the last one's words
    FlatArray<std::uint8_t> measures_; ///< by name
    FlatArray<std::uint32_t> common_;  ///< by name: common sounds, initial, initials
    FlatArray<std::uint32_t> name_words_;
    FlatArray<Word> words_;
    FlatArray<Sound> sounds_;         ///< one more than there are
    FlatArray<std::uint8_t> classes_; ///< by sound
    FlatArray<std::uint32_t> postings_;
    FlatArray<char> texts_;    ///< each ends with a zero
    FlatArray<float> weights_; ///< of an unknown word, by class; then the heaviest initial's
    HashIndex sounds_by_text_, sounds_by_segment_, sounds_by_consonants_, abjad_by_consonants_;
    HashIndex names_by_join_, names_by_whole_, entries_by_identifier_;
};

/// The pieces of a word of `size` letters of which one survives every allowed number of edits: one
/// piece more than there may be edits. Empty for words without edits.
struct Segment {
    std::size_t begin = 0;
    std::size_t size = 0;
};
std::span<const Segment> segments_of(std::size_t size, std::array<Segment, 3>& segments);
/// The seed under which a piece goes: its number and the length of its word.
constexpr std::uint32_t segment_seed(std::size_t size, std::size_t number) {
    return static_cast<std::uint32_t>(size * 4 + number + 1);
}

/// Where two words of a script without vowels go by the consonants of both in one.
std::uint32_t join_hash_of_consonants(std::string_view consonants);
/// Where a name goes by all of its letters, or by all of its consonants, or where a name of the
/// other kind of script with the same consonants goes.
std::uint32_t whole_hash_of_sound(const WholeName& whole);
std::uint32_t whole_hash_of_consonants(const WholeName& whole, bool of_other_script = false);

/// A number of a document or register, without what is no letter or digit and without the label of
/// a ship's number; empty when it is too short to tell anybody apart.
std::string identifier_key(std::string_view identifier);

} // namespace preflag
