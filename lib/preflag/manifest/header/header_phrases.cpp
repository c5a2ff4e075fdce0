#include <preflag/base/text.h>
#include <preflag/manifest/header/header_phrases.h>

#include <algorithm>

namespace preflag {

namespace {

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// "consigneeName" -> "consignee Name"; "CNEEName" and "UNNo" are left whole.
std::string split_camel_case(std::string_view header) {
    std::string text;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (i > 0 && is_upper(header[i]) && is_lower(header[i - 1]))
            text += ' ';
        text += header[i];
    }
    return text;
}

/// "Empfängers" of "Empfänger": up to two more letters at the end of a word that is not short.
bool is_inflected(std::string_view word, std::string_view base) {
    constexpr std::size_t shortest_base = 6;
    if (base.size() < shortest_base || !word.starts_with(base))
        return false;
    const std::size_t letter = is_ascii(base) ? 1 : 2;
    return word.size() - base.size() <= 2 * letter;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

} // namespace

HeaderVocabulary header_vocabulary(std::string_view header) {
    return folded_words(split_camel_case(header));
}

std::string joined(const HeaderVocabulary& words) {
    std::string text;
    for (const std::string& word : words)
        text += text.empty() ? word : " " + word;
    return text;
}

HeaderVocabulary with_letters_glued(const HeaderVocabulary& words) {
    HeaderVocabulary glued;
    bool was_letter = false;
    for (const std::string& word : words) {
        const bool is_letter = word.size() == 1 && is_ascii_letter(word.front());
        if (is_letter && was_letter)
            glued.back() += word;
        else
            glued.push_back(word);
        was_letter = is_letter;
    }
    return glued;
}

HeaderVocabulary words_of(std::string_view phrase) {
    HeaderVocabulary words;
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        if (end > 0)
            words.emplace_back(phrase.substr(0, end));
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return words;
}

bool has_no_word_edges(std::string_view phrase) {
    return std::any_of(phrase.begin(), phrase.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xE3 && byte <= 0xED;
    });
}

void HeaderPhrases::add(std::string_view phrase) {
    std::string folded = joined(header_vocabulary(phrase));
    if (folded.empty())
        return;
    if (has_no_word_edges(folded)) {
        without_edges_.push_back(std::move(folded));
    } else if (holds(folded, " ")) {
        for (std::string& word : words_of(folded))
            words_of_phrases_.insert(std::move(word));
        phrases_.push_back(" " + folded + " ");
    } else {
        words_.insert(std::move(folded));
    }
}

bool HeaderPhrases::has_form(const std::string& word) const {
    if (!inflected_)
        return has(word);
    const auto after = words_.upper_bound(word);
    return after != words_.begin() &&
           (*std::prev(after) == word || is_inflected(word, *std::prev(after)));
}

std::vector<std::string> HeaderPhrases::all() const {
    std::vector<std::string> texts(words_.begin(), words_.end());
    for (const std::string& phrase : phrases_)
        texts.push_back(phrase.substr(1, phrase.size() - 2));
    texts.insert(texts.end(), without_edges_.begin(), without_edges_.end());
    return texts;
}

HeaderVocabulary HeaderPhrases::taken_from(const HeaderVocabulary& words) const {
    HeaderVocabulary rest;
    for (std::string word : words) {
        if (has_form(word) || words_of_phrases_.contains(word))
            continue;
        if (!is_ascii(word))
            for (const std::string& phrase : without_edges_)
                if (const auto at = word.find(phrase); at != std::string::npos)
                    word.erase(at, phrase.size());
        if (!word.empty())
            rest.push_back(std::move(word));
    }
    return rest;
}

bool HeaderPhrases::is_in(const HeaderVocabulary& words, std::string_view text) const {
    if (std::any_of(words.begin(), words.end(),
                    [&](const std::string& word) { return has_form(word); }))
        return true;
    const std::string spaced = " " + std::string(text) + " ";
    const auto is_there = [&](const std::string& phrase) { return holds(spaced, phrase); };
    return std::any_of(phrases_.begin(), phrases_.end(), is_there) ||
           (!is_ascii(text) && std::any_of(without_edges_.begin(), without_edges_.end(), is_there));
}

} // namespace preflag
