#pragma once

#include <preflag/names/counter_evidence.h>
#include <preflag/watchlists/index/candidates.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace preflag {

/// A listed name that is like a query.
struct ListHit {
    std::uint32_t name = 0;
    double score = 0;

    friend bool operator==(const ListHit&, const ListHit&) = default;
};

/// Finds in one list every name whose score reaches `least_score` on enough evidence: the same as
/// scoring the query against every name of the list (search_all), but by way of the list's tables.
///
/// Why none is lost. The score is the mean of two shares, so one of `least_score` needs at least 2
/// * least_score - 1 = CompiledList::key_share of the listed name's weight, and the words of a name
/// that are no key words weigh less than that together. So a hit either
///  - has two words for one or one for two: all such names are found by the text of both joined; or
///  - is the query in other words: all such names are found by the text of all letters; or
///  - has no such words: then SimilarWords knows all sounds that its words can have, and
///    BlockingKeys proves which of them must be looked up, in which names. With an initial in the
///    query a key word may be aligned with that: then all names of the sounds are looked at.
/// What is taken off for doubts only lowers scores. Candidates are scored only if the words found
/// in common could reach `least_score`, first by a sum over all words (Candidates), then by the
/// best likeness of each word.
class ListSearch {
  public:
    static constexpr double least_score =
        larger_share + (1 - larger_share) * CompiledList::key_share;

    /// The references must outlive the search. One per thread.
    ListSearch(const CompiledList& list, const NameVocabulary& words, double least_evidence);

    /// Ascending by name. `query` is what a NameReader made of the name.
    const std::vector<ListHit>& search(const ReadName& query);
    /// The same without any table. Slow; for tests.
    const std::vector<ListHit>& search_all(const ReadName& query);

    /// How the query and a name are aligned: the words of the query, with their weights, those of
    /// the name, and which belong together.
    struct Explanation {
        NameScore score;
        std::vector<NameWord> query, list;
        std::vector<AlignedWords> alignment;
        std::vector<CounterPoint> doubts; ///< what was taken off
    };
    Explanation explain(const ReadName& query, std::uint32_t name);

  private:
    /// A word of the query that is like a sound; the next one that is, too.
    struct Likeness {
        const SimilarSound* sound = nullptr;
        std::uint32_t word = 0;
        std::uint32_t next = 0; ///< place in likenesses_; 0 for none
    };
    /// What the words of a name can have in common with the query at most.
    struct Reach {
        double all = 0, list = 0, evidence = 0;
        bool is_whole = true; ///< every word of the name has its like
    };

    struct Reachable {
        std::uint32_t name = 0;
        bool is_joined = false;
    };

    void take(const ReadName& query);
    void place_likenesses();
    void forget_likenesses();
    void find_joined_words();
    void find_joined_pairs();
    void find_joined_pair_across_scripts(std::size_t word);
    void add_joined_reach(std::uint32_t name, Reach& reach);
    void add_joined_pair(std::size_t word, std::uint32_t sound);
    [[nodiscard]] Reach reach_of(std::uint32_t name);
    double share_by_initial(std::uint32_t word);
    [[nodiscard]] bool can_reach(std::uint32_t name, bool with_joined);
    [[nodiscard]] WordSimilarity similarity(std::size_t query_word, std::uint32_t list_word) const;
    NameScore score_found(std::uint32_t name, bool with_joined);
    NameScore score_all(std::uint32_t name);
    void add_whole_hits();
    [[nodiscard]] WordSimilarity whole_similarity(std::uint32_t name);
    void keep_reachable();
    void add_if_hit(std::uint32_t name, const NameScore& score);
    [[nodiscard]] std::vector<CounterPoint> doubts(std::uint32_t name);
    void take_candidate(std::uint32_t name);

    const CompiledList& list_;
    const NameVocabulary& words_;
    NameScorer scorer_;
    const NameSimilarities& similarities_;
    SimilarWords similar_words_;
    BlockingKeys blocking_keys_;
    Candidates candidates_;
    double least_evidence_;
    std::vector<NameWord> query_, candidate_;
    WholeName whole_query_;
    std::vector<WholeName> wholes_; ///< of all names; only for search_all()
    std::vector<QueryWord> query_words_;
    std::array<double, NameReader::most_words> best_{}; ///< by word of the query: largest share
    double query_weight_ = 0;
    bool has_initial_ = false;
    std::uint32_t joined_words_ = 0;         ///< of the query that are two in a name, as bits
    std::uint32_t joined_pairs_ = 0;         ///< the first of two words that are one in a name
    std::vector<std::uint32_t> likeness_of_; ///< by sound: place in likenesses_; 0 for none
    std::vector<Likeness> likenesses_;       ///< the first is none
    std::vector<Reachable> reachable_;
    std::vector<ListHit> hits_;
    std::string joined_;
};

} // namespace preflag
