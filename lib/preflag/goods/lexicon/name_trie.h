#pragma once

#include <preflag/goods/text/word_scanner.h>

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace preflag {

/// Finds names, as word sequences, in running text: one probe a word for text that holds none.
class NameTrie {
  public:
    struct Match {
        std::uint32_t entry = 0;
        std::size_t words = 0;
    };
    struct Node {
        std::uint32_t number = 0;
        std::optional<std::uint32_t> entry;
    };
    static constexpr std::uint32_t root = 0;

    /// The first entry of a word sequence stays; false when there was one. Words must not be empty.
    bool add(std::span<const Word> words, std::uint32_t entry);
    /// The entry of exactly these words.
    [[nodiscard]] std::optional<std::uint32_t> find(std::span<const Word> words) const;
    /// The longest name that begins with the first of `words`.
    [[nodiscard]] std::optional<Match> longest(std::span<const Word> words) const;
    /// Whether a name may begin with this word; false is certain.
    [[nodiscard]] bool may_begin(const Word& word) const {
        return first_words_[word.hash & (first_words_.size() - 1)];
    }

    /// The node that a word leads to; nullptr when no name goes on like that. Valid until the next
    /// `add`.
    [[nodiscard]] const Node* step(std::uint32_t node, std::uint64_t hash) const {
        const Slot& slot = slots_[slot_of(key(node, hash))];
        return slot.node.number == 0 ? nullptr : &slot.node;
    }

    /// Only what is taken is kept: places are as the hashes have them.
    template <class Archive>
    void save(Archive& archive) const;
    template <class Archive>
    void load(Archive& archive);

  private:
    static std::uint64_t key(std::uint32_t node, std::uint64_t hash) {
        return hash ^ (std::uint64_t{node} * 0x9E3779B97F4A7C15ULL);
    }

    /// One place of a hash table without chains; free while its node has no number.
    struct Slot {
        std::uint64_t key = 0;
        Node node;
    };
    /// Where the key is, or the free slot where it belongs.
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
        std::size_t place = (key ^ (key >> 32)) & (slots_.size() - 1);
        while (slots_[place].node.number != 0 && slots_[place].key != key)
            place = (place + 1) & (slots_.size() - 1);
        return place;
    }
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(1024); ///< a power of two, at most half full
    std::uint32_t node_count_ = 0;
    std::bitset<std::size_t{1} << 16> first_words_;
};

template <class Archive>
void NameTrie::save(Archive& archive) const {
    archive(static_cast<std::uint64_t>(slots_.size()), node_count_, first_words_);
    for (std::uint64_t place = 0; place < slots_.size(); ++place)
        if (const Slot& slot = slots_[place]; slot.node.number != 0)
            archive(place, slot.key, slot.node.number, slot.node.entry);
}

template <class Archive>
void NameTrie::load(Archive& archive) {
    std::uint64_t size = 0;
    archive(size, node_count_, first_words_);
    slots_.assign(size, {});
    for (std::uint32_t i = 0; i < node_count_; ++i) {
        std::uint64_t place = 0;
        archive(place);
        Slot& slot = slots_.at(place);
        archive(slot.key, slot.node.number, slot.node.entry);
    }
}

} // namespace preflag
