#include <preflag/base/text.h>
#include <preflag/names/cell/other_readings.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <span>

namespace preflag {

namespace {

using Texts = std::vector<std::string>;

/// The bytes of the character at the beginning.
std::size_t character_size(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return std::min(size, text.size());
}

/// Of the blocks of Chinese characters, U+3400 to U+9FFF, and the sign that repeats one.
bool is_chinese_character(std::string_view character) {
    return character == "\xE3\x80\x85" ||
           (character.size() == 3 && character >= "\xE3\x90\x80" && character <= "\xE9\xBF\xBF");
}

/// The characters of a name that has no others but spaces and points between names.
Texts chinese_characters(std::string_view name) {
    Texts characters;
    while (!name.empty()) {
        const std::string_view character = name.substr(0, character_size(name));
        name.remove_prefix(character.size());
        if (character == " " || character == "\xE3\x80\x80")
            continue;
        if (!is_chinese_character(character))
            return {};
        characters.emplace_back(character);
    }
    return characters;
}

std::string joined(std::span<const std::string> characters) {
    std::string text;
    for (const std::string& character : characters)
        text += character;
    return text;
}

const Texts& readings_of(const CharacterReadings::Table& table, const std::string& key) {
    static const Texts none;
    const auto found = table.find(key);
    return found == table.end() ? none : found->second;
}

/// Each of the texts with each of the endings behind it; none when there are none.
Texts combined(const Texts& texts, const Texts& endings, std::string_view between) {
    constexpr std::size_t most = 4 * most_other_readings;
    Texts all;
    for (const std::string& text : texts)
        for (const std::string& ending : endings)
            if (all.size() < most)
                all.push_back(fmt::format("{}{}{}", text, text.empty() ? "" : between, ending));
    return all;
}

/// The whole given name as it is known, else its characters put together.
Texts given_names(std::span<const std::string> characters, const CharacterReadings& known) {
    const Texts& whole = readings_of(known.japanese_given_names, joined(characters));
    if (!whole.empty())
        return whole;
    Texts all{""};
    for (const std::string& character : characters)
        all = combined(all, readings_of(known.japanese_characters, character), "");
    return all;
}

void add(Texts& found, const Texts& readings) {
    for (const std::string& reading : readings)
        if (found.size() < most_other_readings)
            found.push_back(reading);
}

void add_japanese(std::span<const std::string> characters, const CharacterReadings& known,
                  Texts& found) {
    constexpr std::size_t longest = 3; // of a family name
    for (std::size_t size = std::min(longest, characters.size() - 1); size > 0; --size) {
        const Texts& family =
            readings_of(known.japanese_family_names, joined(characters.first(size)));
        if (family.empty())
            continue;
        add(found, combined(family, given_names(characters.subspan(size), known), " "));
        return;
    }
}

void add_korean(std::span<const std::string> characters, const CharacterReadings& known,
                Texts& found) {
    constexpr std::size_t least = 3;
    if (characters.size() < least || !known.korean_family_names.contains(characters.front()))
        return;
    Texts all{""};
    for (const std::string& character : characters)
        all = combined(all, readings_of(known.korean_characters, character), " ");
    add(found, all);
}

/// "Ng Kok Leong", "Chou En-lai": a family name and one or two syllables, in either order.
void add_pinyin(std::string_view name, const CharacterReadings& known, Texts& found) {
    constexpr std::size_t least = 2;
    constexpr std::size_t most = 3;
    std::string text = ascii_lower(name);
    std::erase_if(text, [](char c) { return c == '\'' || c == '`'; }); // of Wade-Giles
    std::replace(text.begin(), text.end(), '-', ' ');
    std::replace(text.begin(), text.end(), ',', ' ');
    Texts syllables;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            syllables.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    if (syllables.size() < least || syllables.size() > most)
        return;
    if (!known.chinese_family_names.contains(syllables.front()) &&
        known.chinese_family_names.contains(syllables.back()))
        std::rotate(syllables.begin(), syllables.end() - 1, syllables.end());
    if (!known.chinese_family_names.contains(syllables.front()))
        return;
    Texts all{""};
    for (std::size_t i = 0; i < syllables.size(); ++i)
        all = combined(all, readings_of(known.chinese_syllables, syllables[i]), i < 2 ? " " : "");
    add(found, all);
}

} // namespace

std::vector<std::string> other_readings(std::string_view name, const NameVocabulary& vocabulary) {
    constexpr std::size_t longest = 24; // bytes of a name in Chinese characters, or in syllables
    constexpr std::size_t most_characters = 5;
    name = trim(name);
    Texts found;
    const CharacterReadings& known = vocabulary.characters();
    if (name.size() > longest || name.size() < 4)
        return found;
    if (is_ascii(name)) {
        add_pinyin(name, known, found);
        return found;
    }
    const Texts characters = chinese_characters(name);
    if (characters.size() < 2 || characters.size() > most_characters)
        return found;
    add_japanese(characters, known, found);
    if (characters.size() < most_characters)
        add_korean(characters, known, found);
    return found;
}

} // namespace preflag
