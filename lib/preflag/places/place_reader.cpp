#include <preflag/base/text.h>
#include <preflag/places/part_reader.h>
#include <preflag/places/place_clues.h>
#include <preflag/places/place_reader.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_cell = 200; ///< in bytes; what is longer is a text, not a place
constexpr std::size_t longest_code = 3;

bool contains(const Place& place, const Place& known) {
    return known.is_known() && std::find(place.countries.begin(), place.countries.end(),
                                         known.countries.front()) != place.countries.end();
}

} // namespace

bool PlaceReader::is_blank(std::string_view text) const {
    const std::string key = PlaceTable::key_of(text);
    return key.empty() || lookup_.places.is_no_place(key);
}

/// Of a cell that is one name or code as a whole; nullopt when it is none.
std::optional<Place> PlaceReader::read_whole(std::string_view text, PlaceKind kind) const {
    const std::string key = PlaceTable::key_of(text);
    if (key.empty() || lookup_.places.is_no_place(key))
        return Place{};
    if (all_digits(text))
        return Place{country_list(lookup_.digits(text))};
    const std::string_view airport = lookup_.airport(text);
    if (auto country = lookup_.countries.code_of(text)) {
        std::vector<std::string> all{*std::move(country)};
        if (kind == PlaceKind::port)
            add_once(all, airport);
        if (kind == PlaceKind::port && text.size() > longest_code)
            for (const std::string& other : country_list(lookup_.places.countries_of_region(key)))
                add_once(all, other);
        std::sort(all.begin(), all.end());
        return Place{std::move(all)};
    }
    if (auto names = lookup_.named(key); !names.empty())
        return Place{std::move(names)};
    if (std::string country = lookup_.locode(text); !country.empty())
        return Place{{std::move(country)}};
    return airport.empty() ? std::nullopt : std::optional(Place{country_list(airport)});
}

/// "Korea, Republic of" behind a city: a name whose parts are none by themselves.
std::optional<std::string> PlaceReader::country_in_two(const std::vector<CellPart>& parts,
                                                       std::size_t at) const {
    if (at + 1 >= parts.size() || parts[at].in_brackets)
        return std::nullopt;
    const std::string both = std::string(parts[at].text) + ", " + std::string(parts[at + 1].text);
    return parts[at + 1].text.size() > longest_code ? lookup_.country_name(both) : std::nullopt;
}

Place PlaceReader::read(std::string_view text, PlaceKind kind) const {
    text = trim(text);
    if (text.size() > longest_cell)
        return {};
    if (auto whole = read_whole(text, kind))
        return *std::move(whole);
    PlaceClues clues(lookup_.countries);
    const PartReader reader(lookup_);
    bool is_end_known = false;
    const std::vector<CellPart> parts = cell_parts(text);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const CellPart& part = parts[at];
        if (auto country = country_in_two(parts, at)) {
            clues.add_country(*country);
            is_end_known = true;
            ++at;
            continue;
        }
        const bool is_known = reader.read(part.text, part.in_brackets || at == 0, clues);
        is_end_known = is_known || (part.in_brackets && is_end_known);
    }
    return is_end_known || clues.has_country() ? clues.place() : Place{};
}

bool PlaceReader::tells_way(std::string_view text) const {
    return text.find('>') != text.npos || text.find("\u2192") != text.npos ||
           !pair_of(text).empty();
}

/// Both places of "SHA-RTM", "CNSHA-NLRTM" or "Shanghai-Rotterdam": codes of one kind or names of
/// ports, in two countries. Empty when the text is none.
std::vector<Place> PlaceReader::pair_of(std::string_view text) const {
    constexpr std::string_view long_dash = "\u2013";
    const bool is_long = text.find('-') == text.npos;
    const std::string_view dash = is_long ? long_dash : "-";
    const std::size_t at = text.find(dash);
    if (text.size() > longest_cell || at == text.npos || text.find(dash, at + 1) != text.npos)
        return {};
    const std::string_view from = trim(text.substr(0, at));
    const std::string_view to = trim(text.substr(at + dash.size()));
    const auto is_code = [](std::string_view word) {
        return are_capitals(word, longest_code) || are_capitals(word, longest_code + 2);
    };
    const auto is_port_name = [&](std::string_view word) {
        return !is_code(word) && lookup_.places.is_own_name(PlaceTable::key_of(word));
    };
    const bool are_alike = (is_code(from) && is_code(to) && from.size() == to.size()) ||
                           (is_port_name(from) && is_port_name(to));
    if (!are_alike || read_whole(text, PlaceKind::port))
        return {};
    auto first = read_whole(from, PlaceKind::port), last = read_whole(to, PlaceKind::port);
    if (!first || !last || first->countries.empty() || last->countries.empty() || *first == *last)
        return {};
    return {*std::move(first), *std::move(last)};
}

std::vector<Place> PlaceReader::read_all(std::string_view text) const {
    if (auto pair = pair_of(trim(text)); !pair.empty())
        return pair;
    std::vector<Place> places;
    std::string last;
    for (const CellPart& part : cell_parts(trim(text))) {
        if (is_blank(part.text))
            continue;
        Place own = read(part.text, PlaceKind::port);
        const std::string both = last + ", " + std::string(part.text);
        const Place joined = places.empty() ? Place{} : read(both, PlaceKind::port);
        const bool is_other = own.is_known() && own != joined &&
                              (part.text.size() > longest_code || last.size() <= longest_code);
        if (!places.empty() && contains(places.back(), joined) && !is_other) {
            places.back() = joined;
            last = both;
        } else {
            places.push_back(std::move(own));
            last = part.text;
        }
    }
    return places;
}

} // namespace preflag
