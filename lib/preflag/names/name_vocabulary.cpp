#include <preflag/names/name_vocabulary.h>

#include <algorithm>
#include <array>
#include <utility>

namespace preflag {

namespace {

bool has_letter_and_digit(std::string_view word) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return std::any_of(word.begin(), word.end(), is_digit) &&
           !std::all_of(word.begin(), word.end(), is_digit);
}

/// With each digit as the letter that it looks like; "1" is an i, or an l.
std::string with_letters(std::string_view word, char one) {
    constexpr std::string_view letters = "o?zeasgtbg";
    std::string text(word);
    for (char& c : text)
        if (c >= '0' && c <= '9')
            c = c == '1' ? one : letters[static_cast<std::size_t>(c - '0')];
    return text;
}

std::string without_doubles(std::string_view word) {
    std::string text(word);
    text.erase(std::unique(text.begin(), text.end()), text.end());
    return text;
}

} // namespace

std::string NameVocabulary::common_of(const std::string& sound, bool without_vowels) const {
    const auto variant = variants_.find(marked(sound, without_vowels));
    return variant == variants_.end() ? sound : variant->second;
}

std::string NameVocabulary::fold(std::string_view word, bool without_vowels) const {
    return common_of(sound(word, without_vowels), without_vowels);
}

std::vector<std::string> NameVocabulary::spellings(std::string_view word, bool is_kana) const {
    constexpr std::size_t least = 4;
    std::vector<std::string> found;
    if (const auto further = further_readings_.find(std::string(word));
        further != further_readings_.end())
        found = further->second;
    if (word.size() < least)
        return found;
    const std::string own = fold(word);
    const auto add = [&](const std::string& text) {
        std::string folded = fold(text);
        if (folded != own && folded.size() > 1 &&
            std::find(found.begin(), found.end(), folded) == found.end())
            found.push_back(std::move(folded));
    };
    if (has_letter_and_digit(word)) {
        add(with_letters(word, 'i'));
        add(with_letters(word, 'l'));
        return found;
    }
    add(without_doubles(word));
    if (!is_common(own))
        add_typos(word, found);
    for (const Orthography& orthography : orthographies_)
        if (!orthography.is_ending && (is_kana || !orthography.is_of_kana))
            add(orthography.sounds.fold(word));
    return found;
}

/// Two letters exchanged, and, of well-known names, one too many.
void NameVocabulary::add_typos(std::string_view word, std::vector<std::string>& found) const {
    constexpr std::size_t least = 5;
    if (word.size() < least)
        return;
    const std::string own = fold(word);
    const auto add = [&](const std::string& folded) {
        if (folded != own && std::find(found.begin(), found.end(), folded) == found.end())
            found.push_back(folded);
    };
    for (std::size_t i = 1; i < word.size(); ++i) {
        std::string text(word);
        std::swap(text[i - 1], text[i]);
        add(fold(text));
        text = word;
        text.erase(i, 1);
        if (const auto known = variants_.find(sounds_.fold(text));
            word.size() > least && known != variants_.end())
            add(known->second);
    }
}

std::vector<std::string> NameVocabulary::without_endings(std::string_view word) const {
    std::vector<std::string> found;
    for (const Orthography& orthography : orthographies_) {
        if (!orthography.is_ending)
            continue;
        const std::string changed = orthography.sounds.fold(word);
        const bool has_ending = changed.size() > 2 && changed != without_doubles(word);
        found.push_back(has_ending ? fold(changed) : std::string());
    }
    return found;
}

std::size_t NameVocabulary::patronymic_ending(std::string_view word) const {
    constexpr std::size_t least = 3; // before the ending
    std::size_t longest = 0;
    for (const std::string& ending : patronymic_endings_)
        if (word.size() >= ending.size() + least && word.ends_with(ending))
            longest = std::max(longest, ending.size());
    return longest;
}

bool NameVocabulary::is_patronymic(std::string_view word) const {
    return patronymic_ending(word) > 0;
}

std::string NameVocabulary::patronymic(std::string_view word, bool without_vowels) const {
    const std::string_view name = word.substr(0, word.size() - patronymic_ending(word));
    return fold(name, without_vowels) + (word.ends_with('a') ? "ovna" : "ovic");
}

int NameVocabulary::number_of(const std::string& word) const {
    const auto number = numbers_.find(word);
    return number == numbers_.end() ? 0 : number->second;
}

bool NameVocabulary::starts_legal_form(std::string_view word) const {
    const auto form = std::lower_bound(legal_forms_.begin(), legal_forms_.end(), word);
    return form != legal_forms_.end() && form->starts_with(word);
}

std::size_t NameVocabulary::legal_form(const std::vector<std::string>& words,
                                       std::size_t at) const {
    std::string form;
    std::size_t longest = 0;
    for (std::size_t i = at; i < words.size() && form.size() <= longest_legal_form_; ++i) {
        form += words[i];
        const auto next = std::lower_bound(legal_forms_.begin(), legal_forms_.end(), form);
        if (next == legal_forms_.end() || !next->starts_with(form))
            break;
        if (*next == form)
            longest = i + 1 - at;
    }
    return longest;
}

} // namespace preflag
