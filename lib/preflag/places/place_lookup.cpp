#include <preflag/base/text.h>
#include <preflag/places/place_lookup.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t country_size = 2;
constexpr std::size_t place_size = 3;

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

} // namespace

std::vector<std::string> country_list(std::string_view countries) {
    std::vector<std::string> codes;
    for (const std::string_view code : split_at_spaces(countries))
        codes.emplace_back(code);
    return codes;
}

void add_once(std::vector<std::string>& all, std::string_view one) {
    if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end())
        all.emplace_back(one);
}

std::string in_capitals(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return all;
}

bool are_capitals(std::string_view text, std::size_t size) {
    return text.size() == size && std::all_of(text.begin(), text.end(), is_capital);
}

std::vector<std::string> PlaceLookup::named(const std::string& key) const {
    std::vector<std::string> all = country_list(places.countries_of_city(key));
    if (!places.is_own_name(key))
        for (const std::string& country : country_list(places.countries_of_region(key)))
            add_once(all, country);
    std::sort(all.begin(), all.end());
    return all;
}

std::string PlaceLookup::locode(std::string_view text) const {
    constexpr std::size_t size = country_size + place_size;
    const bool has_digit_behind = text.size() == size + 1 && is_ascii_digit(text.back());
    if (has_digit_behind && are_capitals(text.substr(0, size), size)) // India's "INNSA1"
        text.remove_suffix(1);
    if (text.size() < size || text.size() > size + 1 || !is_ascii(text))
        return {};
    std::string code = in_capitals(text);
    if (code.size() == size + 1) {
        if (std::string_view(" -/").find(code[country_size]) == std::string_view::npos)
            return {};
        code.erase(country_size, 1);
    }
    if (const auto own = places.country_of_own_code(code); !own.empty())
        return std::string(own);
    std::string country = code.substr(0, country_size);
    const std::string place = code.substr(country_size);
    if (places.has_locode(country, place))
        return country;
    // No list is complete, and three consonants end no word.
    const bool is_like_code = text == code && countries.has_code(country) &&
                              place.find_first_of("AEIOUY") == std::string::npos &&
                              are_capitals(place, place_size);
    return is_like_code ? country : std::string();
}

std::string PlaceLookup::prefix(std::string_view text) const {
    if (are_capitals(text, country_size) && countries.has_code(text))
        return std::string(text);
    if (are_capitals(text, country_size + place_size))
        return locode(text);
    return std::string(places.country_of_prefix(text));
}

std::string PlaceLookup::digits(std::string_view text) const {
    constexpr std::size_t iso_size = 3;
    if (!all_digits(text))
        return {};
    if (text.size() == iso_size)
        return countries.code_of(text).value_or("");
    return std::string(places.country_of_schedule(text));
}

std::string_view PlaceLookup::airport(std::string_view text) const {
    return are_capitals(text, place_size) ? places.country_of_airport(text) : std::string_view();
}

std::vector<std::string> PlaceLookup::without_affixes(std::string_view text) const {
    std::string key = PlaceTable::key_of(text);
    if (is_ascii(key))
        return {};
    for (const bool at_end : {true, false})
        for (const std::string& affix : places.affixes()) {
            if (key.size() <= affix.size())
                continue;
            if (at_end && key.ends_with(affix))
                key.resize(key.size() - affix.size());
            else if (!at_end && key.starts_with(affix))
                key.erase(0, affix.size());
            else
                continue;
            if (auto names = named(key); !names.empty())
                return names;
            if (const auto country = countries.code_of(key))
                return {*country};
        }
    return {};
}

std::optional<std::string> PlaceLookup::country_name(std::string_view text) const {
    const bool has_small_letter =
        std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (text.size() <= country_size || (text.size() == place_size && has_small_letter))
        return std::nullopt;
    return countries.code_of(text);
}

} // namespace preflag
