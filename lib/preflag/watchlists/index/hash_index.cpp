#include <preflag/watchlists/index/hash_index.h>

#include <algorithm>

namespace preflag {

std::uint32_t hash_of(std::string_view text, std::uint32_t seed) {
    std::uint32_t hash = 2166136261U ^ (seed * 0x9E3779B1U);
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619U;
    }
    hash ^= hash >> 16;
    hash *= 0x85EBCA6BU;
    hash ^= hash >> 13;
    hash *= 0xC2B2AE35U;
    return hash ^ (hash >> 16);
}

HashIndex::HashIndex(const std::vector<HashedValue>& values)
    : values_(values.begin(), values.end()) {
    constexpr std::size_t values_per_bucket = 4;
    std::sort(values_.begin(), values_.end());
    std::uint32_t bits = 1;
    while (bits < 28 && (std::size_t{1} << bits) * values_per_bucket < values_.size())
        ++bits;
    shift_ = 32 - bits;
    buckets_.assign((std::size_t{1} << bits) + 1, 0);
    for (const HashedValue& value : values_)
        ++buckets_[(value.hash >> shift_) + 1];
    for (std::size_t i = 1; i < buckets_.size(); ++i)
        buckets_[i] += buckets_[i - 1];
}

} // namespace preflag
