#pragma once

#include <preflag/goods/lexicon/name_trie.h>
#include <preflag/goods/text/word_scanner.h>

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace preflag {

/// How a written word differs from the word that it stands for.
enum class Slip : std::uint8_t {
    misread, ///< digits for the letters that look like them: "CHL0RATE"
    swapped, ///< two neighbours: "ACDI"
    doubled, ///< a letter twice, or once where it belongs twice: "AMONIUM"
    other,   ///< a letter too many, too few or wrong: "PEROXYDE"
};

/// The one typo between two folded words; nullopt when they are equal or further apart. Letters of
/// all alphabets count as one.
std::optional<Slip> typo_between(std::string_view written, std::string_view name);

/// What a written word may be meant for at one place of the names: the answer of the comparison
/// with all words that may follow there.
struct NearWords {
    struct Near {
        std::string text; ///< of the name word, folded
        std::uint64_t hash = 0;
        Slip typo = Slip::other;
        std::size_t letters = 0; ///< of the written word
    };
    std::vector<Near> near;
    bool is_skippable = false;
    bool begins_one = false; ///< the word is the first part of a word that may follow

    [[nodiscard]] bool is_barren() const { return near.empty() && !is_skippable && !begins_one; }
};

/// Remembers the answers, so that a word that a manifest repeats is compared only once. One per
/// thread; it forgets at will and never changes an answer.
class SlipMemory {
  public:
    /// Whether the word is known to lead nowhere from the node.
    [[nodiscard]] bool is_barren(std::uint32_t node, const Word& word) const {
        const std::uint64_t key = key_of(node, word);
        return barren_[place_of(key)] == key;
    }
    /// nullptr when it is not known. Valid until the next `keep`.
    [[nodiscard]] const NearWords* find(std::uint32_t node, const Word& word) const;
    void keep(std::uint32_t node, const Word& word, const NearWords& answer);

  private:
    /// Words with the same hash and ending are the same when folded.
    static std::uint64_t key_of(std::uint32_t node, const Word& word) {
        return word.hash ^
               ((std::uint64_t{node} * 2 + (word.plural ? 3 : 2)) * 0x9E3779B97F4A7C15ULL);
    }
    static std::size_t place_of(std::uint64_t key) { return (key ^ (key >> 32)) % place_count; }

    static constexpr std::size_t place_count = 16384; ///< 128 KiB, a few times a manifest's words
    static constexpr std::size_t most_answers = 4096;
    std::vector<std::uint64_t> barren_ = std::vector<std::uint64_t>(place_count);
    std::unordered_map<std::uint64_t, NearWords> answers_;
};

/// Finds names of nine letters and more in which a word has a typo of the pen (long ones: two words
/// one each), is torn in two or has a word of quality before it: "nitric acdi", "HYDROGEN PEROX
/// IDE", "aluminium fine powder". Names of other chemicals that differ by a letter
/// ("chlorite", "nitroethane") are never taken for a typo, nor is what could be either.
class Spelling {
  public:
    /// Makes a name findable that `names` holds as `entry`. `folded` are its words. Names with the
    /// same `subject` may be mistaken for each other.
    void add_name(const NameTrie& names, std::span<const Word> words,
                  std::span<const std::string> folded, std::uint32_t entry, std::uint32_t subject);
    /// Adds a word, folded, that is no typo of a name word.
    void add_look_alike(std::string folded) { look_alikes_.push_back(std::move(folded)); }
    /// Adds stems, folded, that must not be confused inside of words: "nitrat", "nitrit".
    void add_stems(std::vector<std::string> group) { stems_.push_back(std::move(group)); }

    /// Adds an ending, folded, of words that are another chemical's and no typo of a name word
    /// without it: "amino".
    void add_radical(std::string folded) { radicals_.push_back(std::move(folded)); }

    /// Adds a word, folded, that may stand inside of a name: "aluminium fine powder".
    void add_skippable(std::string folded) { skippable_.insert(std::move(folded)); }

    /// Whether the words from the first one on are worth a search; false is certain.
    [[nodiscard]] bool may_match(const NameTrie& names, std::span<const Word> words) const;
    /// The longest name with one typo that begins with the first of `words`, words of `text`.
    [[nodiscard]] std::optional<NameTrie::Match> longest(const NameTrie& names,
                                                         std::span<const Word> words,
                                                         std::string_view text,
                                                         SlipMemory& memory) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(children_, child_sizes_, longest_child_, subjects_, look_alikes_, stems_,
                skippable_, radicals_, known_);
    }

  private:
    struct Known {
        std::string text;
        std::uint64_t hash = 0;
    };
    struct Search;

    static std::size_t bit(std::uint64_t hash) { return (hash ^ (hash >> 32)) & 0xFFFF; }
    [[nodiscard]] bool knows(const Word& word) const { return known_[bit(word.hash)]; }
    [[nodiscard]] bool is_forbidden(std::string_view written, std::string_view name,
                                    Slip typo) const;
    [[nodiscard]] bool is_radical(std::string_view written, std::string_view name) const;
    [[nodiscard]] bool is_other_stem(std::string_view written, std::string_view name) const;

    std::unordered_map<std::uint64_t, std::vector<Known>> children_; ///< by node and first letter
    std::unordered_map<std::uint64_t, std::uint64_t> child_sizes_;   ///< letters, a bit each
    std::size_t longest_child_ = 0;                                  ///< letters
    std::vector<std::uint32_t> subjects_;                            ///< by entry; 0 for none
    std::vector<std::string> look_alikes_, radicals_;
    std::vector<std::vector<std::string>> stems_;
    std::unordered_set<std::string> skippable_;
    std::bitset<65536> known_; ///< all words that follow the first one of a name
};

} // namespace preflag
