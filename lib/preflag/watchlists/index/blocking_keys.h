#pragma once

#include <preflag/watchlists/index/similar_words.h>

#include <cstdint>
#include <span>
#include <vector>

namespace preflag {

/// A word of a query as far as it decides where to look.
struct QueryWord {
    const SimilarWords::Found* found = nullptr;
    float weight = 0;
    bool is_initial = false;
    char first_letter = 0;
};

/// A sound that is like a word of the query. Of its names, those up to a measure
/// (CompiledList::measure) can be hits and must be looked at; -1 for none: the sound is closed.
struct BlockingKey {
    const SimilarSound* sound = nullptr;
    std::uint32_t word = 0;
    int most_plain = -1;        ///< of names without a single letter as a word
    int most_with_initial = -1; ///< of the others, with_initial left out
};

/// Chooses the sounds whose names must be looked at to find every hit without joined words.
///
/// A score of `least_score` needs `least_share` of the query's weight, and a hit needs the
/// evidence, unless it is complete. Take the similar sounds of all words, lightest first, as long
/// as no name could have enough with these alone: either they and the initials weigh too little of
/// the query, or they are too little evidence. These stay closed: a hit that is not complete has a
/// word of a sound that is opened. Let t be the weight of the lightest opened sound.
///
/// Of an opened sound only the names need be looked at in which it is a key word, when no word of
/// the query is an initial. For the key words of a name are its heaviest, and one of them is
/// aligned (see CompiledList): if the word of the opened sound is none itself, that key word weighs
/// at least as much, so at least t, and is opened, too.
///
/// A complete hit has the words of the query and no others. If a word's own sound is open, nothing
/// is missed; otherwise the heaviest of the own sounds, which is a key word of such a name, is
/// opened also.
///
/// With the opened sound aligned, the other words of the query add at most what they can at best:
/// a name that weighs more than that allows cannot reach the score.
class BlockingKeys {
  public:
    static constexpr double heaviest_word = 1; ///< no word weighs more

    struct Limits {
        double least_score = 0, least_share = 0, least_evidence = 0;
        double initial_share = 0;    ///< the similarity of an initial
        double heaviest_initial = 0; ///< of the list
    };

    explicit BlockingKeys(const Limits& limits) : limits_(limits) {}

    /// All sounds that are like a word, by words, opened or closed. The view is good until the
    /// next call.
    std::span<const BlockingKey> open(std::span<const QueryWord> query);

  private:
    /// What a word can add at most, in weight of the query and of the listed name.
    struct Gain {
        double query = 0, list = 0;
    };
    [[nodiscard]] Gain gain_of(const QueryWord& word, bool with_initial) const;
    void open(std::span<const QueryWord> query, bool with_initial);
    [[nodiscard]] float lightest_opened(std::span<const QueryWord> query, bool with_initial);
    void open_complete(std::span<const QueryWord> query, float lightest, bool with_initial);
    void open(const QueryWord& word, BlockingKey& sound, bool with_initial) const;
    [[nodiscard]] int most_measure(double query_share, double list_weight) const;

    Limits limits_;
    std::vector<Gain> gains_;
    Gain all_;
    double query_weight_ = 0;
    struct Cursor {
        std::size_t next = 0; ///< of the word's sounds
        double query = 0, evidence = 0;
    };
    std::vector<Cursor> cursors_;
    std::vector<BlockingKey> opened_;
};

} // namespace preflag
