#pragma once

#include <preflag/names/word/word_similarity.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace preflag {

/// One or two words of the one name that stand for one or two of the other.
struct AlignedWords {
    std::uint8_t query = 0, query_count = 1;
    std::uint8_t list = 0, list_count = 1;
    float share = 0;
    WordMatch match = WordMatch::none;
    std::uint8_t edits = 0;
};

/// How much the larger of two shares counts; the smaller one has the rest. A name within a longer
/// one (a middle name more, a place more) still counts, two names with a word in common do not.
inline constexpr double larger_share = 0.6;

/// Of two shares of 0 to 1.
constexpr double name_score(double query_share, double list_share) {
    const double larger = query_share > list_share ? query_share : list_share;
    return larger_share * larger + (1 - larger_share) * (query_share + list_share - larger);
}

/// How alike two names are.
struct NameScore {
    double score = 0;       ///< name_score of the two shares
    double query_share = 0; ///< the weight of the query's words that are in the listed name
    double list_share = 0;  ///< the same the other way round; each word by its similarity
    /// The weight of the listed words that were found, initials left out.
    double evidence = 0;
    bool complete = false; ///< every word of both has its like, edits and initials left out
};

/// Aligns the words of two names, in whatever order they stand, the heaviest pair first, each word
/// at most once. Owns scratch space; one per thread.
class NameScorer {
  public:
    explicit NameScorer(const NameVocabulary& words)
        : words_(words), similarities_(words.similarities()) {}

    NameScore score(std::span<const NameWord> query, std::span<const NameWord> list);

    /// The same in steps, by similarities that are known already: add() for every pair of words
    /// that are alike, ascending, then the joined words.
    void begin() { pairs_.clear(); }
    void add(std::span<const NameWord> query, std::span<const NameWord> list,
             std::size_t query_word, std::size_t list_word, const WordSimilarity& likeness);
    /// Whether `whole` is the two others in one word, as they sound or as a variant of a name.
    bool joins(const NameWord& whole, const NameWord& first, const NameWord& second);
    /// How alike they are, also across scripts; 0 when `whole` is not the others in one word. Two
    /// listed words are compared with one of another script only if they are without vowels.
    double joined_share(const NameWord& whole, const NameWord& first, const NameWord& second,
                        bool is_pair_listed);
    /// Reads all of the words but their weights.
    void add_joined(std::span<const NameWord> query, std::span<const NameWord> list);
    /// Reads the words' weights.
    NameScore finish(std::span<const NameWord> query, std::span<const NameWord> list);

    /// Of the last score, in the order of the query.
    [[nodiscard]] const std::vector<AlignedWords>& alignment() const { return chosen_; }

  private:
    struct Pair {
        AlignedWords words;
        float gain = 0;
    };
    void add_pairs(std::span<const NameWord> query, std::span<const NameWord> list);
    void add(std::span<const NameWord> query, std::span<const NameWord> list, AlignedWords words);
    void choose();

    const NameVocabulary& words_;
    const NameSimilarities& similarities_;
    std::string joined_;
    std::vector<Pair> pairs_;
    std::vector<AlignedWords> chosen_;
};

} // namespace preflag
