#pragma once

#include <preflag/goods/lexicon/substance.h>

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace preflag {

/// Which substances go by a code. Most codes of a manifest belong to none, and a filter of half a
/// kilobyte says so.
class CodeTable {
  public:
    void add(std::uint64_t code, SubstanceId substance) {
        filter_.set(place_of(code));
        substances_.emplace(code, substance);
    }

    /// Calls `use` with each substance of the code, always in the same order.
    template <typename Use>
    void for_each(std::uint64_t code, Use use) const {
        if (!filter_[place_of(code)])
            return;
        const auto [first, last] = substances_.equal_range(code);
        for (auto place = first; place != last; ++place)
            use(place->second);
    }

    /// Whether several substances go by the code.
    [[nodiscard]] bool is_shared(std::uint64_t code) const {
        return filter_[place_of(code)] && substances_.count(code) > 1;
    }

    /// Calls `use` with each substance of a code within the bounds, both included.
    template <typename Use>
    void for_each_between(std::uint64_t low, std::uint64_t high, Use use) const {
        for (const auto& [code, substance] : substances_)
            if (code >= low && code <= high)
                use(substance);
    }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(substances_, filter_);
    }

  private:
    static constexpr std::size_t filter_size = 4096;
    static std::size_t place_of(std::uint64_t code) {
        return (code * 0x9E3779B97F4A7C15ULL >> 52) % filter_size;
    }

    std::unordered_multimap<std::uint64_t, SubstanceId> substances_;
    std::bitset<filter_size> filter_;
};

} // namespace preflag
