#include <preflag/rules/conditions/phrase_prefixes.h>

#include <algorithm>
#include <utility>

namespace preflag {

PhrasePrefixes::PhrasePrefixes(std::vector<std::string> phrases) {
    std::sort(phrases.begin(), phrases.end());
    for (std::string& phrase : phrases) {
        if (!sorted_.empty() && phrase.starts_with(sorted_.back()))
            continue;
        if (!phrase.empty())
            first_letters_.set(place_of(phrase));
        sorted_.push_back(std::move(phrase));
    }
}

/// A text of a word has a space, a letter and another letter or space.
std::size_t PhrasePrefixes::place_of(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    return (byte(1) * 61U + byte(2)) % places;
}

/// As none begins with another one, only the last that is not behind the text can be its beginning.
bool PhrasePrefixes::begin(std::string_view text) const {
    const auto behind = std::upper_bound(sorted_.begin(), sorted_.end(), text);
    return behind != sorted_.begin() && text.starts_with(*(behind - 1));
}

bool PhrasePrefixes::lie_in(std::string_view phrase) const {
    if (!sorted_.empty() && sorted_.front().empty())
        return true;
    for (std::size_t space = 0; space != std::string_view::npos && space + 2 < phrase.size();
         space = phrase.find(' ', space + 1)) {
        const std::string_view text = phrase.substr(space);
        if (first_letters_[place_of(text)] && begin(text))
            return true;
    }
    return false;
}

} // namespace preflag
