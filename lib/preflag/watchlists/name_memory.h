#pragma once

#include <preflag/watchlists/index/list_search.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace preflag {

/// Answers for cells that were looked up already, for all threads of a run. Bounded: what was not
/// asked for lately is forgotten and looked up again when it is needed, so nothing but time depends
/// on it.
class NameMemory {
  public:
    struct NamedHit {
        std::uint32_t list = 0;
        /// The reading of the cell that it is a hit of: place and length.
        std::uint32_t begin = 0, length = 0;
        ListHit hit;
        bool is_part = false; ///< NameReading::is_part
        NameReader::Letters letters = NameReader::Letters::joined;
        std::uint8_t other_reading = 0; ///< PartyMatch::other_reading
        /// What the reading says that the party is; unknown when it says nothing.
        EntryKind party_kind = EntryKind::unknown;
    };
    struct Answer {
        std::once_flag asked;
        std::vector<NamedHit> hits;
        std::vector<std::string> numbers; ///< of documents or ships, in the cell
        std::size_t bytes = 0;            ///< what the memory counts for it; guarded by its shard
    };
    static constexpr std::size_t usual_bytes = std::size_t{32} << 20U;

    /// Holds about this many bytes at most.
    explicit NameMemory(std::size_t most_bytes = usual_bytes) : most_bytes_(most_bytes) {}

    /// The answer for a cell, maybe not asked yet. The holder has it for as long as it likes.
    std::shared_ptr<Answer> answer_for(std::string_view name);
    /// To be called by whoever asked: the hits count from then on.
    void charge(std::string_view name, Answer& answer);

    /// How many different cells were asked for, also those that are forgotten. Depends neither on
    /// the order nor on the threads; of very many only that they are at least so many.
    struct Distinct {
        std::size_t count = 0;
        bool is_whole = true; ///< else there may be more
    };
    [[nodiscard]] Distinct distinct() const;

    /// How many cells are remembered, and what they take.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::size_t bytes() const;

  private:
    static constexpr std::size_t shard_count = 64;
    static constexpr std::size_t most_counted = 4096; ///< of a shard: about 10 MiB for all
    struct Generation {
        std::unordered_map<std::string, std::shared_ptr<Answer>> answers;
        std::size_t bytes = 0;
    };
    /// Answers that are asked for move to the young generation. When that has half of what a shard
    /// may hold, the old one is forgotten and the young one becomes old.
    struct Shard {
        mutable std::mutex mutex;
        Generation young, old;
        std::unordered_set<std::size_t> asked; ///< hashes of the cells, the first ones
    };
    [[nodiscard]] Shard& shard_of(std::string_view name);
    void make_room(Shard& shard) const;
    static void count(Shard& shard, std::string_view name);

    std::size_t most_bytes_;
    std::array<Shard, shard_count> shards_;
};

} // namespace preflag
