#include <preflag/base/text.h>
#include <preflag/places/place_table.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace preflag {

namespace {

/// Whether codes of one length, in order and a space apart, have this one.
bool has_code(std::string_view codes, std::string_view code) {
    const std::size_t step = code.size() + 1;
    std::size_t low = 0;
    std::size_t high = (codes.size() + 1) / step;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::string_view found = codes.substr(middle * step, code.size());
        if (found == code)
            return true;
        if (found < code)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/// How many characters of a code the form itself tells; nullopt when the code has another form.
std::optional<std::size_t> letters_told(std::string_view form, std::string_view code) {
    if (form.size() != code.size())
        return std::nullopt;
    std::size_t told = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool is_capital = code[i] >= 'A' && code[i] <= 'Z';
        if (form[i] == code[i] && form[i] != 'A' && form[i] != '9')
            ++told;
        else if (!(form[i] == 'A' && is_capital) && !(form[i] == '9' && is_ascii_digit(code[i])))
            return std::nullopt;
    }
    return told;
}

} // namespace

std::vector<std::string_view> split_at_spaces(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0)
            parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string PlaceTable::key_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> same{
        {{"saint", "st"}, {"sankt", "st"}, {"sainte", "ste"}}};
    std::vector<std::string> words = folded_words(name);
    for (std::string& word : words)
        for (const auto& [from, to] : same)
            if (word == from)
                word = to;
    return fmt::format("{}", fmt::join(words, " "));
}

std::string_view PlaceTable::countries_of_city(const std::string& key) const {
    const auto own = own_names_.find(key);
    return own == own_names_.end() ? cities_.find(key) : std::string_view(own->second);
}

std::string_view PlaceTable::countries_of_region(const std::string& key) const {
    const auto own = own_regions_.find(key);
    return own == own_regions_.end() ? regions_.find(key) : std::string_view(own->second);
}

std::string_view PlaceTable::country_of_schedule(std::string_view digits) const {
    constexpr std::size_t foreign_port = 5;
    constexpr std::size_t foreign_country = 3;
    if (const auto own = country_of_own_code(digits); !own.empty())
        return own;
    const std::string_view found = schedules_.find(digits);
    if (!found.empty() || digits.size() != foreign_port)
        return found;
    return schedules_.find(digits.substr(0, foreign_country));
}

std::string_view PlaceTable::country_of_prefix(std::string_view letters) const {
    const auto found = prefixes_.find(letters);
    return found == prefixes_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view PlaceTable::country_of_postal_code(std::string_view code) const {
    std::string_view country;
    std::size_t most_told = 0;
    for (const auto& [form, owner] : postal_codes_)
        if (const auto told = letters_told(form, code); told && *told + 1 > most_told) {
            most_told = *told + 1;
            country = owner;
        }
    return country;
}

std::string_view PlaceTable::country_of_own_code(std::string_view code) const {
    const auto found = own_codes_.find(code);
    return found == own_codes_.end() ? std::string_view() : std::string_view(found->second);
}

bool PlaceTable::has_locode(std::string_view country, std::string_view place) const {
    const auto found = locodes_.find(country);
    return found != locodes_.end() && has_code(found->second, place);
}

bool PlaceTable::has_subdivision(std::string_view country, std::string_view part) const {
    const auto found = subdivisions_.find(country);
    if (found == subdivisions_.end())
        return false;
    const std::vector<std::string_view> parts = split_at_spaces(found->second);
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

std::vector<std::string> PlaceTable::countries_with_subdivision(std::string_view part) const {
    std::vector<std::string> countries;
    for (const auto& [country, parts] : subdivisions_)
        if (has_subdivision(country, part))
            countries.push_back(country);
    return countries;
}

} // namespace preflag
