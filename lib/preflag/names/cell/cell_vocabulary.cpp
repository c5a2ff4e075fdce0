#include <preflag/base/text.h>
#include <preflag/names/cell/cell_vocabulary.h>

#include <algorithm>

namespace preflag {

void CellVocabulary::add_label(std::string text, CellLabel kind) {
    if (text.empty())
        return;
    auto& labels = labels_[static_cast<unsigned char>(text.front())];
    labels.push_back({std::move(text), kind});
    std::stable_sort(labels.begin(), labels.end(), [](const Label& left, const Label& right) {
        return left.text.size() > right.text.size();
    });
}

void CellVocabulary::add_place(std::string_view words) {
    std::string place;
    for (const std::string& word : folded_words(words))
        place += place.empty() ? word : ' ' + word;
    if (!place.empty())
        places_.insert(std::move(place));
}

std::size_t CellVocabulary::place_at_end(const std::vector<std::string>& words) const {
    for (std::size_t count = std::min(longest_place, words.size()); count > 0; --count) {
        std::string place;
        for (std::size_t i = words.size() - count; i < words.size(); ++i)
            place += place.empty() ? words[i] : ' ' + words[i];
        if (places_.contains(place))
            return count;
    }
    return 0;
}

bool CellVocabulary::are_places(std::vector<std::string> words) const {
    if (words.empty())
        return false;
    while (!words.empty()) {
        const std::size_t count = place_at_end(words);
        if (count == 0)
            return false;
        words.resize(words.size() - count);
    }
    return true;
}

} // namespace preflag
