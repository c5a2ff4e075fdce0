#pragma once

#include <preflag/parties/compiled_list.h>
#include <preflag/parties/name_score.h>

#include <cstdint>
#include <span>
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
/// that are no key words weigh less than that together. So a key word is aligned, and
///  - by itself with a word of the query: all words alike are found, equal ones by their text, by
///    edits because a word cut into one piece more than edits are allowed keeps one piece whole, an
///    exchange of neighbours by trying them all, without vowels by their consonants; or
///  - in two words for one or one for two: found by the text of both joined; or
///  - with an initial of the query: then all words of the query are looked up in all names, not
///    only as key words, and one of them is aligned otherwise, since initials are no evidence.
/// Candidates are scored only if the words found in common could reach `least_score`.
class ListSearch {
  public:
    static constexpr double least_score =
        larger_share + (1 - larger_share) * CompiledList::key_share;

    /// The references must outlive the search. One per thread.
    ListSearch(const CompiledList& list, const NameWords& words, double least_evidence);

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
    };
    Explanation explain(const ReadName& query, std::uint32_t name);

  private:
    struct Likeness {
        std::uint32_t query_words = 0; ///< as bits
        float share = 0;
    };

    void take(const ReadName& query);
    [[nodiscard]] float weight_of(const ReadName::Word& word) const;
    void find_similar_words();
    void find_by_edits(std::size_t word);
    void find_by_exchange(std::size_t word);
    void find_by_consonants(std::size_t word);
    void consider_sound(std::size_t word, std::uint32_t sound);
    void find_joined();
    void score_names(std::span<const std::uint32_t> names, bool always);
    [[nodiscard]] bool can_reach(std::uint32_t name) const;
    NameScore score_name(std::uint32_t name);
    void add_if_hit(std::uint32_t name);
    void forget();

    const CompiledList& list_;
    const NameWords& words_;
    NameScorer scorer_;
    const NameSimilarities& similarities_;
    double least_evidence_;
    std::vector<NameWord> query_, candidate_;
    double query_weight_ = 0;
    bool has_initial_ = false;
    std::vector<std::uint32_t> seen_; ///< by name: the round in which it was considered
    std::uint32_t round_ = 0;
    std::vector<std::uint32_t> likeness_of_; ///< by sound: place in likenesses_ plus 1
    std::vector<Likeness> likenesses_;
    std::vector<std::uint32_t> similar_sounds_;
    std::vector<ListHit> hits_;
    std::string joined_;
};

} // namespace preflag
