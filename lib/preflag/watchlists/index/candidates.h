#pragma once

#include <preflag/watchlists/index/blocking_keys.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace preflag {

/// Gathers the names of the opened sounds, with what each has in common with the query at most.
///
/// A word of a name is aligned with one word of the query at most. So what a name can have in
/// common with the query is at most the sum, over its sounds, of the most that the sound has in
/// common with any one word of the query. For common sounds this is read off the name's bits, for
/// others summed up while their names are gone through. To that come the initials, of both. Names
/// that have a sound twice are not summed up.
class Candidates {
  public:
    struct Limits {
        double least_score = 0, least_evidence = 0;
        double initial_share = 0;    ///< the similarity of an initial
        double heaviest_initial = 0; ///< of the list
    };
    /// The list must outlive this. One per thread.
    Candidates(const CompiledList& list, const Limits& limits);

    /// Begins with a new query.
    void begin();
    /// Every gathered name was asked for: nothing is left of the query.
    void end() { names_.clear(); }
    /// Gathers a name that has two words for one of the query or one for two, whatever it weighs,
    /// with what they add at most. To be called before gather(), for each way they are joined.
    void add_joined(std::uint32_t name, double query, double list);

    /// The joined names, then those of the opened sounds: in which it is a key word, or all.
    std::span<const std::uint32_t> gather(std::span<const QueryWord> query,
                                          std::span<const BlockingKey> sounds, bool all_names);
    [[nodiscard]] std::size_t joined_count() const { return joined_count_; }
    /// Whether a gathered name can be a hit, for all that was summed up. Of joined names no more
    /// evidence is asked: they may be complete, though joined words have not all they weigh in
    /// common.
    /// The sum is forgotten: to be called once for every gathered name.
    [[nodiscard]] bool can_reach(std::uint32_t name, bool is_joined);

  private:
    /// What a name has in common with the query at most: in steps of a weight, the query's in the
    /// lower half, the name's in the upper one. One step of the query's is added when the name is
    /// gathered; 0 for others, and for all between two queries.
    using Sum = std::uint32_t;
    struct Gain {
        double query = 0, list = 0;
    };
    /// A sound once, however many words of the query are like it.
    struct Sound {
        BlockingKey opened;
        double query = 0, list = 0;
        Sum sum = 0; ///< of both; 0 for a common sound, which is read off the names' bits
        /// Its names in too_heavy_: by their measure they were not gathered from this sound.
        std::size_t first_too_heavy = 0, last_too_heavy = 0;

        [[nodiscard]] bool is_open() const {
            return opened.most_plain >= 0 || opened.most_with_initial >= 0;
        }
    };
    void take(std::span<const QueryWord> query);
    void take(std::span<const QueryWord> query, std::span<const BlockingKey> sounds);
    void gather_from(const Sound& sound, std::span<const std::uint32_t> names);
    void gather_from(Sound& sound, bool all_names);
    void add_to_gathered(const Sound& sound, bool all_names);
    void add_to_gathered(Sum sum, std::span<const std::uint32_t> names);
    void gather(std::uint32_t name, Sum sum) {
        if (sums_[name] == 0) {
            names_.push_back(name);
            sums_[name] = 1;
        }
        sums_[name] += sum;
    }

    const CompiledList& list_;
    Limits limits_;
    std::vector<Sum> sums_;            ///< by name
    std::vector<std::uint32_t> names_; ///< first the joined ones
    std::size_t joined_count_ = 0;
    std::vector<std::uint32_t> too_heavy_;
    std::array<Gain, CompiledList::common_sounds> of_common_{};
    std::uint32_t common_bits_ = 0;
    Gain by_query_;                      ///< by the query's initials
    Gain by_list_;                       ///< by any initial of the name
    std::array<double, 32> by_letter_{}; ///< by an initial of the name, in weight of the query
    std::vector<Sound> sounds_;
    double query_weight_ = 0;
};

} // namespace preflag
