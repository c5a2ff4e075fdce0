#include <preflag/goods/name_trie.h>

namespace preflag {

bool NameTrie::add(std::span<const Word> words, std::uint32_t entry) {
    first_words_.set(words.front().hash & (first_words_.size() - 1));
    Node* node = nullptr;
    std::uint32_t parent = 0;
    for (const Word& word : words) {
        node = &nodes_[key(parent, word.hash)];
        if (node->number == 0)
            node->number = ++node_count_;
        parent = node->number;
    }
    if (node->entry)
        return false;
    node->entry = entry;
    return true;
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
        const auto found = nodes_.find(key(parent, words[i].hash));
        if (found == nodes_.end())
            break;
        if (found->second.entry)
            longest = Match{*found->second.entry, i + 1};
        parent = found->second.number;
    }
    return longest;
}

} // namespace preflag
