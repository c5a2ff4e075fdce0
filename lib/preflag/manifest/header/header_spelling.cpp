#include <preflag/base/text.h>
#include <preflag/manifest/header/header_spelling.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t shortest_glued_word = 6;
constexpr std::size_t longest_glued_word = 40;
constexpr std::size_t shortest_piece = 3;
constexpr std::size_t shortest_last_piece = 2; ///< "kg"
constexpr std::size_t shortest_misspelt_word = 5;
constexpr std::size_t twice_misspelt_from = 9;

bool is_ascii_word(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_ascii_letter);
}

} // namespace

void HeaderSpelling::add(const HeaderVocabulary& words) {
    known_.insert(words.begin(), words.end());
}

void HeaderSpelling::add_ignored(const HeaderVocabulary& words) {
    ignored_.insert(words.begin(), words.end());
}

bool HeaderSpelling::is_known(std::string_view word) const {
    return known_.contains(word) || ignored_.contains(word);
}

HeaderVocabulary HeaderSpelling::without_numbers(HeaderVocabulary words) const {
    for (std::string& word : words) {
        const std::size_t end = word.find_last_not_of("0123456789") + 1;
        if (end > 1 && end < word.size() && !is_known(word) && known_.contains(word.substr(0, end)))
            word.resize(end);
    }
    return words;
}

/// The fewest known words that the word is glued together from; empty when it is not.
HeaderVocabulary HeaderSpelling::pieces(std::string_view word) const {
    std::vector<HeaderVocabulary> best(word.size() + 1);
    for (std::size_t end = 1; end <= word.size(); ++end) {
        const std::size_t shortest = end == word.size() ? shortest_last_piece : shortest_piece;
        for (std::size_t start = 0; start + shortest <= end; ++start) {
            if ((start > 0 && best[start].empty()) ||
                (!best[end].empty() && best[end].size() <= best[start].size() + 1))
                continue;
            const auto found = known_.find(word.substr(start, end - start));
            if (found == known_.end())
                continue;
            best[end] = best[start];
            best[end].push_back(*found);
        }
    }
    return best.back();
}

std::optional<HeaderVocabulary> HeaderSpelling::taken_apart(const HeaderVocabulary& words) const {
    HeaderVocabulary apart;
    for (const std::string& word : words) {
        HeaderVocabulary parts;
        if (!is_known(word) && word.size() >= shortest_glued_word &&
            word.size() <= longest_glued_word && is_ascii_word(word))
            parts = pieces(word);
        if (parts.empty())
            apart.push_back(word);
        else
            apart.insert(apart.end(), parts.begin(), parts.end());
    }
    return apart == words ? std::nullopt : std::optional(std::move(apart));
}

const std::string* HeaderSpelling::nearest_known(const std::string& word) const {
    std::size_t best = word.size() >= twice_misspelt_from ? 3 : 2;
    const std::string* found = nullptr;
    for (auto place = known_.lower_bound(word.substr(0, 1));
         place != known_.end() && place->front() == word.front(); ++place) {
        if (place->size() < shortest_misspelt_word || !is_ascii_word(*place))
            continue;
        const std::size_t distance = edit_distance(word, *place, best - 1);
        if (distance < best) {
            best = distance;
            found = &*place;
        }
    }
    return found;
}

std::optional<HeaderVocabulary> HeaderSpelling::corrected(const HeaderVocabulary& words) const {
    HeaderVocabulary mended = words;
    for (std::string& word : mended)
        if (word.size() >= shortest_misspelt_word && !is_known(word) && is_ascii_word(word))
            if (const std::string* known = nearest_known(word))
                word = *known;
    return mended == words ? std::nullopt : std::optional(std::move(mended));
}

} // namespace preflag
