#include <preflag/base/countries.h>
#include <preflag/base/text.h>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace preflag {

namespace {

using CountryTable = std::unordered_map<std::string, std::string>;

/// Words of the name in the alphabet's order: "Congo, Democratic Republic of the" and "Democratic
/// Republic of the Congo" are the same.
std::string key_of(std::string_view text) {
    constexpr std::array<std::string_view, 4> fillers{"and", "of", "republic", "the"};
    std::vector<std::string> words = folded_words(text);
    std::erase_if(words, [&](const std::string& word) {
        return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
    });
    std::replace(words.begin(), words.end(), std::string("saint"), std::string("st"));
    std::sort(words.begin(), words.end());
    return fmt::format("{}", fmt::join(words, " "));
}

CountryTable make_table() {
    CountryTable table;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        const icu::Locale country("", *code);
        for (const char* language : {"en", "fr", "de", "es", "ru"}) {
            icu::UnicodeString name;
            std::string text;
            country.getDisplayCountry(icu::Locale(language), name);
            name.toUTF8String(text);
            table.emplace(key_of(text), *code);
        }
        table.emplace(ascii_lower(country.getISO3Country()), *code);
    }
    constexpr std::array<std::array<const char*, 2>, 27> more{
        {{"korea north", "KP"},
         {"democratic people's republic of korea", "KP"},
         {"dprk", "KP"},
         {"korea south", "KR"},
         {"russian federation", "RU"},
         {"burma", "MM"},
         {"syrian arab republic", "SY"},
         {"islamic republic of iran", "IR"},
         {"uae", "AE"},
         {"uk", "GB"},
         {"united kingdom of great britain and northern ireland", "GB"},
         {"usa", "US"},
         {"united states of america", "US"},
         {"democratic republic of the congo", "CD"},
         {"viet nam", "VN"},
         {"turkey", "TR"},
         {"türkiye", "TR"},
         {"hong kong", "HK"},
         {"macau", "MO"},
         {"macao", "MO"},
         {"palestinian", "PS"},
         {"state of palestine", "PS"},
         {"palestine", "PS"},
         {"occupied palestinian territory", "PS"},
         {"united republic of tanzania", "TZ"},
         {"libyan arab jamahiriya", "LY"},
         {"czech republic", "CZ"}}};
    for (const auto& [name, code] : more)
        table.emplace(key_of(name), code);
    return table;
}

} // namespace

std::string country_code(std::string_view text) {
    static const CountryTable table = make_table();
    text = trim(text);
    if (text.size() == 2 && is_ascii_letter(text[0]) && is_ascii_letter(text[1])) {
        std::string code = ascii_lower(text);
        for (char& c : code)
            c = static_cast<char>(c - 32);
        return code == "UK" ? "GB" : code;
    }
    const auto place = table.find(key_of(text));
    return place == table.end() ? std::string{} : place->second;
}

} // namespace preflag
