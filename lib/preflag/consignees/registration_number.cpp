#include <preflag/base/text.h>
#include <preflag/consignees/registration_number.h>

#include <algorithm>

namespace preflag {

namespace {

/// Words that a number can be written in.
constexpr std::size_t most_words = 7;

bool fits(char mask, char c) {
    switch (mask) {
    case '#':
        return is_ascii_digit(c);
    case '@':
        return is_ascii_letter(c);
    case '*':
        return is_ascii_digit(c) || is_ascii_letter(c);
    default:
        return ascii_lower(mask) == c;
    }
}

bool fits(std::string_view mask, std::string_view text) {
    return mask.size() == text.size() &&
           std::equal(mask.begin(), mask.end(), text.begin(),
                      [](char left, char right) { return fits(left, right); });
}

bool could_begin(const RegistrationNumber& number, const std::string& word) {
    return std::any_of(number.masks.begin(), number.masks.end(), [&](const std::string& mask) {
        return word.size() <= mask.size() &&
               fits(std::string_view(mask).substr(0, word.size()), word);
    });
}

std::string in_capitals(std::string text) {
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return text;
}

bool agrees(const RegistrationNumber& number, const std::string& text) {
    return std::all_of(number.checks.begin(), number.checks.end(),
                       [&](const CheckDigits& check) { return check_digits_agree(check, text); });
}

} // namespace

std::optional<NumberPlace> find_number(const RegistrationNumber& number,
                                       std::span<const PartyWord> words) {
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (!could_begin(number, words[first].text))
            continue;
        std::string text;
        for (std::size_t at = first; at < std::min(words.size(), first + most_words); ++at) {
            text += words[at].text;
            if (std::none_of(number.masks.begin(), number.masks.end(),
                             [&](const std::string& mask) { return fits(mask, text); }))
                continue;
            const std::string capitals = in_capitals(text);
            if (agrees(number, capitals))
                return NumberPlace{first, at + 1, capitals};
        }
    }
    return std::nullopt;
}

} // namespace preflag
