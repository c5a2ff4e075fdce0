#include <preflag/base/text.h>
#include <preflag/parties/countries.h>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <unordered_map>

namespace preflag {

namespace {

using CountryTable = std::unordered_map<std::string, std::string>;

/// Words of the name in order, so that punctuation does not matter.
std::string key_of(std::string_view text) {
    std::string key;
    for (const std::string& word : folded_words(text)) {
        if (word == "the" || word == "republic" || word == "of")
            continue;
        key += word;
    }
    return key;
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
    constexpr std::array<std::array<const char*, 2>, 14> more{{{"korea north", "KP"},
                                                               {"dprk", "KP"},
                                                               {"korea south", "KR"},
                                                               {"russian federation", "RU"},
                                                               {"burma", "MM"},
                                                               {"syrian arab republic", "SY"},
                                                               {"islamic republic iran", "IR"},
                                                               {"iran islamic republic", "IR"},
                                                               {"uae", "AE"},
                                                               {"uk", "GB"},
                                                               {"usa", "US"},
                                                               {"democratic congo", "CD"},
                                                               {"viet nam", "VN"},
                                                               {"turkey", "TR"}}};
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
