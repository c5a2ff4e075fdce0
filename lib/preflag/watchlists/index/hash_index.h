#pragma once

#include <preflag/watchlists/index/flat_array.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace preflag {

/// A value that goes by a hash; several values may go by the same one.
struct HashedValue {
    std::uint32_t hash;
    std::uint32_t value;

    friend auto operator<=>(const HashedValue&, const HashedValue&) = default;
};

/// FNV-1a of a text, mixed with a seed and with the bits spread.
std::uint32_t hash_of(std::string_view text, std::uint32_t seed = 0);

/// A table from hashes to values: 8 bytes a value and 4 bytes a bucket of about four.
class HashIndex {
  public:
    HashIndex() = default;
    explicit HashIndex(const std::vector<HashedValue>& values);

    /// The values of this hash, ascending.
    [[nodiscard]] std::span<const HashedValue> find(std::uint32_t hash) const {
        if (buckets_.empty())
            return {};
        const std::uint32_t bucket = hash >> shift_;
        std::uint32_t begin = buckets_[bucket];
        const std::uint32_t end = buckets_[bucket + 1];
        while (begin < end && values_[begin].hash < hash)
            ++begin;
        std::uint32_t last = begin;
        while (last < end && values_[last].hash == hash)
            ++last;
        return {values_.data() + begin, last - begin};
    }

    [[nodiscard]] std::size_t bytes() const {
        return values_.size() * sizeof(HashedValue) + buckets_.size() * sizeof(std::uint32_t);
    }

    template <class Archive>
    void exchange(Archive& archive) {
        archive.number(shift_);
        archive.array(values_);
        archive.array(buckets_);
    }

  private:
    std::uint32_t shift_ = 31;
    FlatArray<HashedValue> values_;
    FlatArray<std::uint32_t> buckets_;
};

} // namespace preflag
