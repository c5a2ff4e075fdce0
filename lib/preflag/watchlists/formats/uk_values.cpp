#include <preflag/base/cells/written_date.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/uk_values.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// Whether a word alone is a number: "5045023416", but not "13/07/1996".
bool is_plain_number(std::string_view word) {
    constexpr std::ptrdiff_t least_digits = 6;
    constexpr std::ptrdiff_t slashes_of_date = 2;
    return std::count_if(word.begin(), word.end(), is_ascii_digit) >= least_digits &&
           std::count(word.begin(), word.end(), '/') != slashes_of_date;
}

/// "OGRN: 1247700291200" -> itself and the number in it.
void add_number(std::vector<std::string>& numbers, std::string_view text) {
    add_value(numbers, text);
    std::vector<std::string> words;
    add_values(words, text, ' ');
    for (std::string_view word : words) {
        while (word.ends_with(',') || word.ends_with('.'))
            word.remove_suffix(1);
        if (is_plain_number(word))
            add_value(numbers, word);
    }
}

} // namespace

EntryKind uk_kind(std::string_view type) {
    const std::string kind = ascii_lower(type);
    if (kind == "individual")
        return EntryKind::person;
    if (kind == "entity")
        return EntryKind::organisation;
    return kind == "ship" ? EntryKind::vessel : EntryKind::unknown;
}

NameQuality uk_quality(std::string_view type, std::string_view strength) {
    const std::string kind = ascii_lower(type);
    if (ascii_lower(strength).starts_with("low"))
        return NameQuality::weak_alias;
    return kind == "primary name" || kind == "prime alias" || kind.empty() ? NameQuality::primary
                                                                           : NameQuality::alias;
}

void add_uk_values(std::vector<std::string>& values, std::string_view cell) {
    std::string text(cell);
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool is_open = text[i] == '(';
        const std::size_t digit = is_open ? i + 1 : i;
        const bool is_first = i == 0 || is_ascii_space(text[i - 1]) || text[i - 1] == ';';
        if (is_first && is_ascii_digit(text[digit]) && digit + 1 < text.size() &&
            text[digit + 1] == ')')
            text.replace(i, digit + 2 - i, ";");
    }
    add_values(values, text, ';');
}

void add_uk_numbers(std::vector<std::string>& numbers, std::string_view cell) {
    std::string text(cell);
    for (char& c : text)
        if (c == '\n' || c == '\r' || c == '|')
            c = ';';
    std::vector<std::string> parts;
    add_uk_values(parts, text);
    for (const std::string& part : parts)
        add_number(numbers, part);
}

std::optional<Date> uk_date(std::string_view text) {
    if (text.size() == 10 && text[2] == '/')
        return parse_iso_date(
            fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2)));
    const std::vector<Date> days = read_date(text);
    return days.size() == 1 ? std::optional(days.front()) : std::nullopt;
}

} // namespace preflag
