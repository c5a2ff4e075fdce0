#include <preflag/base/text.h>
#include <preflag/places/part_reader.h>

#include <algorithm>
#include <array>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t most_name_words = 6;
constexpr std::size_t most_prefix = 5; ///< letters before a hyphen: "D", "CNSHA"

/// Whether a byte belongs to an arrow.
bool is_of_arrow(std::string_view text, std::size_t at) {
    constexpr std::string_view arrow = "\u2192";
    for (std::size_t before = 0; before < arrow.size() && before <= at; ++before)
        if (text.substr(at - before, arrow.size()) == arrow)
            return true;
    return false;
}

/// " - " separates, a hyphen within a word does not.
bool separates(std::string_view text, std::size_t at) {
    if (is_of_arrow(text, at))
        return true;
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
    bool is_first = true;     ///< no other part stands before
    std::string generic_code; ///< "CY Rotterdam": a container yard unless nothing else tells
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

/// "rotterdam nl", "houston, tx": what is no capitals may be a word.
bool PartReader::read_small_code(std::string_view word, PlaceClues& clues) const {
    if (word.size() != 2 || !is_ascii_letter(word[0]) || !is_ascii_letter(word[1]))
        return false;
    const std::string code = in_capitals(word);
    std::vector<std::string> fitting;
    if (lookup_.countries.has_code(code) && clues.may_be_in(code))
        add_once(fitting, code);
    for (const std::string& country : lookup_.places.countries_with_subdivision(code))
        if (clues.may_be_in(country))
            add_once(fitting, country);
    if (!fitting.empty())
        clues.add_code(fitting, {});
    return !fitting.empty();
}

/// "London, Ontario": a region behind a city chooses, and decides where both do not agree.
bool PartReader::read_region(const std::string& key, PlaceClues& clues) const {
    std::vector<std::string> regions = country_list(lookup_.places.countries_of_region(key));
    if (regions.empty() || !clues.has_name())
        return false;
    clues.add_code(lookup_.named(key), std::move(regions));
    return true;
}

/// "CNSHA-Shanghai", "US-TX", "NL-Rotterdam", "D-20457 Hamburg", "PL-80-001 Gdansk": a country or
/// port before a hyphen, when nothing behind it says otherwise.
bool PartReader::read_prefixed(std::string_view part, PlaceClues& clues) const {
    const std::size_t hyphen = part.find('-');
    if (hyphen == part.npos || hyphen == 0 || hyphen > most_prefix || hyphen + 1 == part.size())
        return false;
    const std::string_view prefix = part.substr(0, hyphen);
    const std::string_view rest = trim(part.substr(hyphen + 1));
    const std::string country = lookup_.prefix(prefix);
    if (country.empty())
        return false;
    const std::size_t name = rest.find_first_not_of("0123456789 -");
    const std::string key = PlaceTable::key_of(rest.substr(std::min(name, rest.size())));
    const std::vector<std::string> named = lookup_.named(key);
    const bool is_there = std::find(named.begin(), named.end(), country) != named.end();
    const bool is_part = lookup_.places.has_subdivision(country, rest) && prefix.size() == 2;
    const bool is_postal = name > 0 && named.empty() && prefix.size() == 2;
    const bool is_port =
        prefix.size() == most_prefix && named.empty() && lookup_.locode(rest).empty();
    if (!is_there && !is_part && !is_postal && !is_port)
        return false;
    clues.add_country(country);
    return true;
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
    if (count == 1 && words.size() > 1 && lookup_.places.is_generic(key) &&
        (at == 0 || !are_capitals(text, 2))) {
        if (are_capitals(text, 2))
            stated.generic_code = text;
        return true;
    }
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
    if (count == 1 && is_end && words.size() > 1 && read_end_code(words, at, stated))
        return true;
    return key.empty() || all_digits(key) || lookup_.places.is_generic(key);
}

bool PartReader::read_end_code(const Words& words, std::size_t at, Stated& stated) const {
    return read_code(words[at], at == 0 && stated.is_first, stated.all) ||
           (at > 0 && read_small_code(words[at], stated.all));
}

/// How many words the longest name at this one takes; 0 when nobody knows it.
std::size_t PartReader::read_name(const Words& words, std::size_t at, Stated& stated) const {
    for (std::size_t count = std::min(most_name_words, words.size() - at); count > 0; --count)
        if (read_span(words, at, count, stated))
            return count;
    return 0;
}

bool PartReader::read_words(std::string_view part, bool is_first, PlaceClues& clues) const {
    const Words words = words_of(part);
    Stated stated{PlaceClues(lookup_.countries), PlaceClues(lookup_.countries), is_first, {}};
    bool is_whole = true;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t taken = read_name(words, at, stated);
        is_whole = is_whole && taken > 0;
        at += std::max<std::size_t>(taken, 1);
    }
    if (!stated.generic_code.empty() && !stated.all.has_name() && !stated.all.has_country())
        read_code(stated.generic_code, is_first, stated.all);
    clues.add(is_whole ? stated.all : stated.certain);
    return is_whole || stated.certain.has_country();
}

bool PartReader::read(std::string_view part, bool is_first, PlaceClues& clues) const {
    const bool is_alone = is_first && !clues.has_name();
    if (read_code(part, is_alone, clues) || read_small_code(part, clues))
        return true;
    const std::string key = PlaceTable::key_of(part);
    if (key.empty() || lookup_.places.is_generic(key) || lookup_.places.is_no_place(key))
        return true;
    if (all_digits(part)) {
        clues.add_name(country_list(lookup_.digits(part)));
        return true;
    }
    if (read_region(key, clues) || read_prefixed(part, clues))
        return true;
    if (auto names = lookup_.without_affixes(part); !names.empty()) {
        clues.add_name(std::move(names));
        return true;
    }
    return read_words(part, is_alone, clues);
}

} // namespace preflag
