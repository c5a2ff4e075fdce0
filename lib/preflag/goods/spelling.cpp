#include <preflag/base/text.h>
#include <preflag/goods/spelling.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t shortest = 4;

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return is_ascii_digit(c) || (c >= 'a' && c <= 'z');
    });
}

std::string without(std::string_view word, std::size_t place) {
    std::string shorter(word.substr(0, place));
    return shorter.append(word.substr(place + 1));
}

} // namespace

std::size_t Spelling::pair(char first, char second) {
    return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 |
           static_cast<unsigned char>(second);
}

void Spelling::add_word(std::string_view folded, std::uint64_t hash) {
    known_.set(bit(hash));
    if (folded.size() < shortest || !is_plain(folded))
        return;
    if (std::any_of(words_.begin(), words_.end(), [&](const Known& word) { return word.hash == hash; }))
        return;
    const auto number = static_cast<std::uint32_t>(words_.size());
    words_.push_back({std::string(folded), hash});
    beginnings_.set(pair(folded[0], folded[1]));
    deletions_.emplace(folded, number);
    for (std::size_t place = 0; place < folded.size(); ++place)
        deletions_.emplace(without(folded, place), number);
}

void Spelling::add_look_alike(std::string folded) {
    const bool is_name_word = std::any_of(words_.begin(), words_.end(), [&](const Known& word) {
        return word.text == folded;
    });
    if (!is_name_word)
        look_alikes_.push_back(std::move(folded));
}

bool Spelling::may_correct(std::string_view ascii_word) const {
    return ascii_word.size() >= shortest &&
           beginnings_[pair(ascii_lower(ascii_word[0]), ascii_lower(ascii_word[1]))];
}

std::optional<std::uint64_t> Spelling::correct(std::string_view folded) const {
    if (folded.size() < shortest || !is_plain(folded))
        return std::nullopt;
    for (const std::string& other : look_alikes_)
        if (edit_distance(folded, other, 1) <= 1)
            return std::nullopt;
    std::optional<std::uint64_t> found;
    const auto consider = [&](const std::string& key) {
        const auto [first, last] = deletions_.equal_range(key);
        for (auto place = first; place != last; ++place) {
            const Known& word = words_[place->second];
            if (word.text[0] != folded[0] || edit_distance(folded, word.text, 1) > 1)
                continue;
            if (found && *found != word.hash)
                return false;
            found = word.hash;
        }
        return true;
    };
    bool is_clear = consider(std::string(folded));
    for (std::size_t place = 0; place < folded.size() && is_clear; ++place)
        is_clear = consider(without(folded, place));
    return is_clear ? found : std::nullopt;
}

} // namespace preflag
