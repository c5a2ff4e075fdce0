#include <preflag/base/text.h>
#include <preflag/places/address_reader.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

using Words = std::vector<std::string_view>;
using Countries = std::vector<std::string>;

constexpr std::size_t most_words = 4;   ///< of a country or town
constexpr std::size_t least_postal = 4; ///< digits of a postal code
constexpr std::size_t longest_address = 400;

bool is_among(const Countries& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_number(std::string_view word) {
    return has_digit(word) && word.find_first_not_of("0123456789-") == word.npos;
}

bool is_postal_number(std::string_view word) {
    return is_number(word) &&
           static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_ascii_digit)) >=
               least_postal;
}

/// So many of the last words, as written.
std::string_view last_words(const Words& words, std::size_t count) {
    const char* const begin = words[words.size() - count].data();
    return {begin, static_cast<std::size_t>(words.back().data() + words.back().size() - begin)};
}

Words without_last(Words words, std::size_t count) {
    words.resize(words.size() - count);
    return words;
}

Words without_numbers(Words words) {
    while (words.size() > 1 && is_number(words.back()))
        words.pop_back();
    return words;
}

/// Without dots behind them: "Poland.".
Words address_words(std::string_view part) {
    Words words = split_at_spaces(part);
    if (!words.empty() && words.back().size() > 1 &&
        words.back().find('.') + 1 == words.back().size())
        words.back().remove_suffix(1);
    return words;
}

Place place_of(Countries countries) {
    std::sort(countries.begin(), countries.end());
    return {std::move(countries)};
}

} // namespace

/// The countries of the longest town that the words end with.
Countries AddressReader::town_at_end(const Words& words) const {
    for (std::size_t count = std::min(most_words, words.size()); count > 0; --count)
        if (auto towns = lookup_.named(PlaceTable::key_of(last_words(words, count)));
            !towns.empty())
            return towns;
    return {};
}

/// "Georgia" is a country and a state: the town before it chooses.
Place AddressReader::by_country(const Words& words, std::string_view before) const {
    for (std::size_t count = std::min(most_words, words.size()); count > 0; --count) {
        const std::string_view name = last_words(words, count);
        const auto country = lookup_.country_name(name);
        if (!country)
            continue;
        const Words rest = without_last(words, count);
        const Countries towns =
            town_at_end(rest.empty() ? without_numbers(address_words(before)) : rest);
        const bool has_postal = std::any_of(rest.begin(), rest.end(), is_postal_number);
        const bool is_other = !rest.empty() && ascii_lower(rest.back()) == "new"; // "New Jersey"
        if (is_other || (!rest.empty() && !has_postal && !is_among(towns, *country)))
            return {};
        Countries all = country_list(lookup_.places.countries_of_region(PlaceTable::key_of(name)));
        add_once(all, *country);
        Countries fitting;
        for (const std::string& one : all)
            if (is_among(towns, one))
                add_once(fitting, one);
        return all.size() == 1 ? within(all.front(), before)
                               : place_of(fitting.empty() ? all : fitting);
    }
    return {};
}

/// "Belfast BT3 9DT, UK": the territory that the postal code or town names, else the country.
Place AddressReader::within(const std::string& country, std::string_view before) const {
    const Words words = address_words(before);
    PlaceClues clues(lookup_.countries);
    clues.add_country(country);
    clues.add_name(town_at_end(without_numbers(words)));
    if (Place told = by_postal_code(words);
        told.is_known() && lookup_.countries.is_part_of(told.countries.front(), country))
        return told;
    return clues.place();
}

/// A state's code beside a town of another country counts with a ZIP code only: "Hamburg, NY
/// 14075", not "20100 Milano, MI".
Place AddressReader::by_code(Words words, std::string_view before) const {
    const std::size_t count = words.size();
    words = without_numbers(std::move(words));
    const bool has_number = words.size() < count;
    if (words.empty() || !are_capitals(words.back(), 2))
        return {};
    const std::string code(words.back());
    const auto country = lookup_.countries.code_of(code);
    Countries meant = country ? Countries{*country} : Countries{};
    for (const std::string_view federation : {"AU", "CA", "US"})
        if (lookup_.places.has_subdivision(federation, code))
            add_once(meant, federation);
    const bool is_alone = words.size() == 1;
    const Countries towns =
        town_at_end(is_alone ? without_numbers(address_words(before)) : without_last(words, 1));
    Countries fitting;
    for (const std::string& one : meant)
        if (is_among(towns, one))
            fitting.push_back(one);
    if (!fitting.empty())
        return place_of(std::move(fitting));
    if (!is_alone || (!towns.empty() && !country && !has_number))
        return {};
    return meant.size() == 1 ? within(meant.front(), before) : place_of(std::move(meant));
}

Place AddressReader::by_prefix(const Words& words) const {
    const PartReader reader(lookup_);
    for (std::size_t count = 1; count <= std::min(most_words, words.size()); ++count) {
        PlaceClues clues(lookup_.countries);
        if (reader.read_prefixed(last_words(words, count), clues))
            return clues.place();
    }
    return {};
}

Place AddressReader::by_postal_code(const Words& words) const {
    for (std::size_t count = std::min<std::size_t>(2, words.size()); count > 0; --count)
        if (auto country = lookup_.places.country_of_postal_code(last_words(words, count));
            !country.empty())
            return {{std::string(country)}};
    return {};
}

/// "Zhangjiagang, Jiangsu Province 215600": a part of a country, behind a town that lies there.
Place AddressReader::by_region(Words words, std::string_view before) const {
    words = without_numbers(std::move(words));
    while (words.size() > 1 && lookup_.places.is_generic(PlaceTable::key_of(words.back())))
        words.pop_back();
    for (std::size_t count = std::min(most_words, words.size()); count > 0; --count) {
        const std::string key = PlaceTable::key_of(last_words(words, count));
        const Countries regions = country_list(lookup_.places.countries_of_region(key));
        if (regions.empty())
            continue;
        const Words rest = without_last(words, count);
        const Countries towns =
            town_at_end(rest.empty() ? without_numbers(address_words(before)) : rest);
        Countries fitting;
        for (const std::string& one : regions)
            if (is_among(towns, one))
                add_once(fitting, one);
        return fitting.size() == 1 ? place_of(std::move(fitting)) : Place{};
    }
    return {};
}

/// "江苏省张家港市…", "中国上海市…": written from the large to the small. A name without the word
/// for a province or city behind it may be that of a street.
Place AddressReader::by_beginning(std::string_view address) const {
    constexpr std::size_t longest_name = 36; // twelve characters
    for (const std::string_view kind :
         {"省", "市", "自治区", "自治區", "特别行政区", "特別行政區"}) {
        const std::size_t at = address.substr(0, longest_name).find(kind);
        if (at == std::string_view::npos || at == 0)
            continue;
        if (auto countries = lookup_.without_affixes(address.substr(0, at + kind.size()));
            countries.size() == 1)
            return place_of(std::move(countries));
    }
    return {};
}

/// A telephone number, a number alone, a word such as "Tel".
bool AddressReader::is_no_part(std::string_view part) const {
    const bool has_letter = std::any_of(part.begin(), part.end(), [](unsigned char c) {
        return c >= 128 || is_ascii_letter(static_cast<char>(c));
    });
    return !has_letter || part.find('@') != part.npos ||
           lookup_.places.is_no_place(PlaceTable::key_of(part));
}

Place AddressReader::read(std::string_view address) const {
    if (address.size() > longest_address)
        return {};
    std::vector<CellPart> parts = cell_parts(trim(address));
    while (!parts.empty() && is_no_part(parts.back().text))
        parts.pop_back();
    if (parts.empty())
        return {};
    const Words words = address_words(parts.back().text);
    const std::string_view before = parts.size() > 1 ? parts[parts.size() - 2].text : "";
    const std::string both = std::string(before) + ", " + std::string(parts.back().text);
    if (auto country = lookup_.country_name(both)) // "Korea, Republic of"
        return {{*std::move(country)}};
    if (Place place = by_country(words, before); !place.countries.empty())
        return place;
    for (Place place : {by_country(without_numbers(words), before), // "Singapore 048624"
                        by_code(words, before), by_prefix(words), by_postal_code(words),
                        by_region(words, before), by_beginning(trim(address))})
        if (!place.countries.empty())
            return place;
    return {};
}

} // namespace preflag
