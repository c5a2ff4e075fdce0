#include <preflag/base/text.h>
#include <preflag/places/part_reader.h>

#include <algorithm>
#include <array>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t most_name_words = 6;

/// " - " separates, a hyphen within a word does not.
bool separates(std::string_view text, std::size_t at) {
    if (text[at] != '-')
        return std::string_view(",;/|()[]\n\t>:+").find(text[at]) != std::string_view::npos;
    return at > 0 && (text[at - 1] == ' ' || (at + 1 < text.size() && text[at + 1] == ' '));
}

std::size_t next_separator(std::string_view text, std::size_t at) {
    while (at < text.size() && !separates(text, at))
        ++at;
    return at;
}

/// The words of a part as written, without quotes around them.
std::vector<std::string_view> words_of(std::string_view text) {
    constexpr std::string_view quotes = "\"'`";
    std::vector<std::string_view> words;
    for (std::string_view word : split_at_spaces(text)) {
        while (!word.empty() && quotes.find(word.front()) != std::string_view::npos)
            word.remove_prefix(1);
        while (!word.empty() && quotes.find(word.back()) != std::string_view::npos)
            word.remove_suffix(1);
        if (!word.empty())
            words.push_back(word);
    }
    return words;
}

std::string_view span_of(const std::vector<std::string_view>& words, std::size_t from,
                         std::size_t count) {
    const char* const begin = words[from].data();
    const std::string_view last = words[from + count - 1];
    return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

} // namespace

std::vector<CellPart> cell_parts(std::string_view text) {
    std::vector<CellPart> parts;
    bool in_brackets = false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = next_separator(text, begin);
        if (const auto part = trim(text.substr(begin, end - begin)); !part.empty())
            parts.push_back({part, in_brackets});
        const char mark = end < text.size() ? text[end] : ' ';
        in_brackets = mark == '(' || mark == '[' || (in_brackets && mark != ')' && mark != ']');
        begin = end + 1;
    }
    return parts;
}

struct PartReader::Stated {
    PlaceClues all, certain;
};

bool PartReader::read_code(std::string_view word, bool is_country, PlaceClues& clues) const {
    const bool has_two = are_capitals(word, 2);
    if (!has_two && !are_capitals(word, 3))
        return false;
    const std::string country = lookup_.countries.code_of(word).value_or("");
    if (is_country && has_two && !country.empty()) {
        clues.add_country(country);
        return true;
    }
    std::vector<std::string> alone = country_list(country);
    add_once(alone, lookup_.airport(word));
    for (const std::string_view federation : {"AU", "CA", "US"})
        if (lookup_.places.has_subdivision(federation, word))
            add_once(alone, federation);
    std::vector<std::string> candidates = lookup_.places.countries_with_subdivision(word);
    for (const std::string& other : alone)
        add_once(candidates, other);
    if (!candidates.empty())
        clues.add_code(candidates, std::move(alone));
    return !candidates.empty();
}

/// "Georgia" is a country and a state: beside a city either will do.
void PartReader::add_country(const std::string& code, const std::string& key, bool counts,
                             Stated& stated) const {
    std::vector<std::string> regions = country_list(lookup_.places.countries_of_region(key));
    add_once(regions, code);
    if (regions.size() > 1) {
        stated.all.add_name(std::move(regions));
        return;
    }
    stated.all.add_country(code);
    if (counts)
        stated.certain.add_country(code);
}

bool PartReader::read_span(const Words& words, std::size_t at, std::size_t count,
                           Stated& stated) const {
    const std::string_view text = span_of(words, at, count);
    const std::string key = PlaceTable::key_of(text);
    const bool is_end = at == 0 || at + count == words.size();
    if (count == 1 && words.size() > 1 && lookup_.places.is_generic(key) && !are_capitals(text, 2))
        return true;
    const auto country = lookup_.country_name(text);
    if (country && lookup_.airport(text).empty()) {
        const bool is_another = at > 0 && ascii_lower(words[at - 1]) == "new"; // "New England"
        add_country(*country, key, is_end && !is_another, stated);
        return true;
    }
    if (auto names = lookup_.named(key); !names.empty()) {
        stated.all.add_name(std::move(names));
        return true;
    }
    if (const std::string port = lookup_.locode(text);
        !port.empty() && are_capitals(text.substr(0, 2), 2)) {
        stated.all.add_country(port);
        stated.certain.add_country(port);
        return true;
    }
    if (count == 1 && is_end && words.size() > 1 && read_code(text, at == 0, stated.all))
        return true;
    return key.empty() || all_digits(key) || lookup_.places.is_generic(key);
}

/// How many words the longest name at this one takes; 0 when nobody knows it.
std::size_t PartReader::read_name(const Words& words, std::size_t at, Stated& stated) const {
    for (std::size_t count = std::min(most_name_words, words.size() - at); count > 0; --count)
        if (read_span(words, at, count, stated))
            return count;
    return 0;
}

bool PartReader::read_words(std::string_view part, PlaceClues& clues) const {
    const Words words = words_of(part);
    Stated stated{PlaceClues(lookup_.countries), PlaceClues(lookup_.countries)};
    bool is_whole = true;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t taken = read_name(words, at, stated);
        is_whole = is_whole && taken > 0;
        at += std::max<std::size_t>(taken, 1);
    }
    clues.add(is_whole ? stated.all : stated.certain);
    return is_whole || stated.certain.has_country();
}

bool PartReader::read(std::string_view part, bool is_first, PlaceClues& clues) const {
    if (read_code(part, is_first && !clues.has_name(), clues))
        return true;
    const std::string key = PlaceTable::key_of(part);
    if (key.empty() || lookup_.places.is_generic(key) || lookup_.places.is_no_place(key))
        return true;
    if (all_digits(part)) {
        clues.add_name(country_list(lookup_.digits(part)));
        return true;
    }
    if (auto names = lookup_.without_affixes(part); !names.empty()) {
        clues.add_name(std::move(names));
        return true;
    }
    return read_words(part, clues);
}

} // namespace preflag
