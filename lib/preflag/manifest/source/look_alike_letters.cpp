#include <preflag/base/text.h>
#include <preflag/manifest/source/look_alike_letters.h>

#include <array>
#include <cstddef>
#include <utility>

namespace preflag {

namespace {

/// Letters of two bytes and the Latin letters that they look like; Cyrillic ones first.
constexpr std::array<std::pair<std::string_view, char>, 40> look_alikes{{
    {"А", 'A'}, {"В", 'B'}, {"Е", 'E'}, {"К", 'K'}, {"М", 'M'}, {"Н", 'H'}, {"О", 'O'}, {"Р", 'P'},
    {"С", 'C'}, {"Т", 'T'}, {"У", 'Y'}, {"Х", 'X'}, {"І", 'I'}, {"Ѕ", 'S'}, {"Ј", 'J'}, {"а", 'a'},
    {"е", 'e'}, {"о", 'o'}, {"р", 'p'}, {"с", 'c'}, {"у", 'y'}, {"х", 'x'}, {"і", 'i'}, {"ѕ", 's'},
    {"ј", 'j'}, {"Α", 'A'}, {"Β", 'B'}, {"Ε", 'E'}, {"Ζ", 'Z'}, {"Η", 'H'}, {"Ι", 'I'}, {"Κ", 'K'},
    {"Μ", 'M'}, {"Ν", 'N'}, {"Ο", 'O'}, {"Ρ", 'P'}, {"Τ", 'T'}, {"Υ", 'Y'}, {"Χ", 'X'}, {"ο", 'o'},
}};
constexpr std::size_t cyrillic_ones = 25;

/// 0 for a letter that looks like none.
char latin_of(std::string_view letter) {
    for (const auto& [other, latin] : look_alikes)
        if (other == letter)
            return latin;
    return 0;
}

std::string_view cyrillic_of(char latin) {
    for (std::size_t i = 0; i < cyrillic_ones; ++i)
        if (look_alikes[i].second == latin)
            return look_alikes[i].first;
    return {};
}

bool begins_two_bytes(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xC3 && byte <= 0xDF;
}

/// What a word is made of.
struct Make {
    bool has_digit = false;
    std::size_t latin = 0;       ///< that look like no Cyrillic letter
    std::size_t latin_alike = 0; ///< that do
    std::size_t alike = 0;       ///< of the other alphabets, that look like Latin ones
    std::size_t other = 0;       ///< that do not
};

Make make_of(std::string_view word) {
    Make make;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (begins_two_bytes(word[i]) && i + 1 < word.size()) {
            ++(latin_of(word.substr(i, 2)) != 0 ? make.alike : make.other);
            ++i;
        } else if (is_ascii_letter(word[i])) {
            ++(cyrillic_of(word[i]).empty() ? make.latin : make.latin_alike);
        } else {
            make.has_digit = make.has_digit || is_ascii_digit(word[i]);
        }
    }
    return make;
}

void append_latin(std::string_view word, std::string& text) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char latin = begins_two_bytes(word[i]) ? latin_of(word.substr(i, 2)) : '\0';
        if (latin == 0) {
            text += word[i];
            continue;
        }
        text += latin;
        ++i;
    }
}

void append_cyrillic(std::string_view word, std::string& text) {
    for (const char c : word) {
        const std::string_view letter = cyrillic_of(c);
        letter.empty() ? text.append(1, c) : text.append(letter);
    }
}

void append_word(std::string_view word, std::string& text) {
    const Make make = make_of(word);
    const bool is_mixed = make.latin + make.latin_alike > 0 && make.alike + make.other > 0;
    const bool is_formula = make.alike > 0 && make.other == 0 && make.has_digit;
    if ((is_mixed && make.other == 0) || is_formula)
        append_latin(word, text);
    else if (is_mixed && make.latin == 0 && !make.has_digit)
        append_cyrillic(word, text);
    else
        text += word;
}

bool is_word_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::string with_one_alphabet(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_word_byte(text[end]))
            ++end;
        append_word(text.substr(i, end - i), clean);
        if (end < text.size())
            clean += text[end++];
        i = end;
    }
    return clean;
}

} // namespace preflag
