#include <preflag/goods/lexicon/name_trie.h>

#include <utility>

namespace preflag {

bool NameTrie::add(std::span<const Word> words, std::uint32_t entry) {
    first_words_.set(words.front().hash & (first_words_.size() - 1));
    Node* node = nullptr;
    std::uint32_t parent = 0;
    for (const Word& word : words) {
        if (node_count_ * 2 >= slots_.size())
            grow();
        Slot& slot = slots_[slot_of(key(parent, word.hash))];
        node = &slot.node;
        if (node->number == 0) {
            slot.key = key(parent, word.hash);
            node->number = ++node_count_;
        }
        parent = node->number;
    }
    if (node->entry)
        return false;
    node->entry = entry;
    return true;
}

void NameTrie::grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : old)
        if (slot.node.number != 0)
            slots_[slot_of(slot.key)] = slot;
}

std::optional<std::uint32_t> NameTrie::find(std::span<const Word> words) const {
    const auto match = longest(words);
    if (!match || match->words != words.size())
        return std::nullopt;
    return match->entry;
}

std::optional<NameTrie::Match> NameTrie::longest(std::span<const Word> words) const {
    std::optional<Match> longest;
    std::uint32_t parent = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Node* node = step(parent, words[i].hash);
        if (node == nullptr)
            break;
        if (node->entry)
            longest = Match{*node->entry, i + 1};
        parent = node->number;
    }
    return longest;
}

} // namespace preflag
