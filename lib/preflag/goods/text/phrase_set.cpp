#include <preflag/goods/text/phrase_set.h>

#include <algorithm>

namespace preflag {

void PhraseSet::add(std::string_view phrase) {
    Phrase words;
    for (const Lexeme& lexeme : lex(phrase))
        words.push_back(lexeme.text);
    if (words.empty())
        return;
    longest_ = std::max(longest_, words.size());
    firsts_.set(bit_of(words.front()));
    phrases_[words.front()].push_back(std::move(words));
}

bool PhraseSet::matches(const Phrase& phrase, std::span<const Lexeme> lexemes, std::size_t place) {
    if (place + phrase.size() > lexemes.size())
        return false;
    return std::equal(
        phrase.begin(), phrase.end(), lexemes.begin() + static_cast<std::ptrdiff_t>(place),
        [](const std::string& word, const Lexeme& lexeme) { return word == lexeme.text; });
}

std::size_t PhraseSet::longest_at(std::span<const Lexeme> lexemes, std::size_t place) const {
    const auto candidates = phrases_.find(lexemes[place].text);
    if (candidates == phrases_.end())
        return 0;
    std::size_t longest = 0;
    for (const Phrase& phrase : candidates->second)
        if (phrase.size() > longest && matches(phrase, lexemes, place))
            longest = phrase.size();
    return longest;
}

std::size_t PhraseSet::before(std::span<const Lexeme> lexemes, std::size_t place) const {
    for (std::size_t length = std::min(longest_, place); length > 0; --length) {
        const std::string& first = lexemes[place - length].text;
        if (!may_begin(first))
            continue;
        const auto candidates = phrases_.find(first);
        if (candidates == phrases_.end())
            continue;
        for (const Phrase& phrase : candidates->second)
            if (phrase.size() == length && matches(phrase, lexemes, place - length))
                return length;
    }
    return 0;
}

bool PhraseSet::anywhere(std::span<const Lexeme> lexemes) const {
    for (std::size_t place = 0; place < lexemes.size(); ++place)
        if (at(lexemes, place) > 0)
            return true;
    return false;
}

} // namespace preflag
