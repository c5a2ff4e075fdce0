#pragma once

#include <preflag/goods/word_scanner.h>

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
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

    /// The node that a word leads to; nullptr when no name goes on like that.
    [[nodiscard]] const Node* step(std::uint32_t node, std::uint64_t hash) const {
        const auto found = nodes_.find(key(node, hash));
        return found == nodes_.end() ? nullptr : &found->second;
    }

  private:
    static std::uint64_t key(std::uint32_t node, std::uint64_t hash) {
        return hash ^ (std::uint64_t{node} * 0x9E3779B97F4A7C15ULL);
    }

    std::unordered_map<std::uint64_t, Node> nodes_; ///< by parent and word
    std::uint32_t node_count_ = 0;
    std::bitset<std::size_t{1} << 16> first_words_;
};

} // namespace preflag
