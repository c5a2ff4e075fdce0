#include <preflag/base/text.h>
#include <preflag/manifest/field_aliases.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// "consigneeName" -> "consignee Name"; "CNEEName" and "UNNo" are left whole.
std::string split_camel_case(std::string_view header) {
    std::string text;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool edge =
            i > 0 && is_upper(header[i]) && header[i - 1] >= 'a' && header[i - 1] <= 'z';
        if (edge)
            text += ' ';
        text += header[i];
    }
    return text;
}

std::string without_parentheses(std::string_view header) {
    std::string text;
    int depth = 0;
    for (const char c : header) {
        if (c == '(' || c == '[')
            ++depth;
        if (depth == 0)
            text += c;
        if ((c == ')' || c == ']') && depth > 0)
            --depth;
    }
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += text.empty() ? word : " " + word;
    return text;
}

bool is_goods_field(Field field) {
    return field == Field::description || field == Field::proper_shipping_name ||
           field == Field::cas || field == Field::ec || field == Field::un || field == Field::hs;
}

} // namespace

std::vector<std::string> header_words(std::string_view header) {
    return folded_words(split_camel_case(header));
}

std::optional<FieldAliases::Hit> FieldAliases::whole(const Words& words) const {
    std::string phrase = joined(words);
    if (const auto found = exact_.find(phrase); found != exact_.end())
        return Hit{found->second, std::move(phrase), 2};
    if (const auto found = within_.find(phrase); found != within_.end())
        return Hit{found->second, std::move(phrase), fallback_.count(found->first) == 0 ? 2 : 1};
    return std::nullopt;
}

std::optional<FieldAliases::Hit> FieldAliases::longest_part(const Words& words) const {
    std::optional<Hit> hit;
    const auto keep = [&](const std::string& phrase, Field meaning) {
        if (!hit || phrase.size() > hit->phrase.size())
            hit = Hit{meaning, phrase, 1};
    };
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string phrase;
        for (std::size_t last = first; last < words.size(); ++last) {
            phrase += (last > first ? " " : "") + words[last];
            if (const auto found = within_.find(phrase); found != within_.end())
                keep(found->first, found->second);
        }
    }
    const std::string text = joined(words);
    if (!is_ascii(text))
        for (const auto& [phrase, meaning] : within_without_edges_)
            if (text.find(phrase) != std::string::npos)
                keep(phrase, meaning);
    return hit;
}

void FieldAliases::drop_units(Words& words) const {
    words.erase(std::remove_if(words.begin(), words.end(),
                               [&](const std::string& word) { return units_.count(word) != 0; }),
                words.end());
}

void FieldAliases::drop_filler(Words& words) const {
    words.erase(std::remove_if(words.begin(), words.end(),
                               [&](const std::string& word) {
                                   return filler_.count(word) != 0 ||
                                          std::all_of(word.begin(), word.end(), is_ascii_digit);
                               }),
                words.end());
}

std::optional<FieldAliases::Hit> FieldAliases::find(std::string_view header,
                                                    const Words& words) const {
    if (auto hit = whole(words))
        return hit;
    Words bare = words;
    drop_units(bare);
    if (auto hit = whole(bare))
        return hit;
    Words outside = header_words(without_parentheses(header));
    drop_units(outside);
    if (auto hit = whole(outside))
        return hit;
    for (Words* reduced : {&bare, &outside}) {
        drop_filler(*reduced);
        if (auto hit = whole(*reduced))
            return hit;
    }
    return longest_part(words);
}

/// A single letter of the phrase that was found is no unit: "B/L No" is not in litres.
std::string FieldAliases::unit_of(std::string_view header, const Words& words,
                                  const std::string& phrase) const {
    if (header.find('%') != std::string_view::npos)
        return "%";
    const Words known = header_words(phrase);
    std::string unit;
    for (const std::string& word : words) {
        const auto found = units_.find(word);
        if (found == units_.end())
            continue;
        const bool is_outside = std::find(known.begin(), known.end(), word) == known.end();
        if (is_outside)
            return found->second;
        if (word.size() > 1 && unit.empty())
            unit = found->second;
    }
    return unit;
}

std::optional<FieldAliases::Match> FieldAliases::match(std::string_view header) const {
    const Words words = header_words(header);
    if (words.empty())
        return std::nullopt;
    const auto hit = find(header, words);
    if (!hit)
        return std::nullopt;
    return Match{hit->field, unit_of(header, words, hit->phrase), hit->strength};
}

std::optional<std::string> FieldAliases::nearest_goods_alias(std::string_view header) const {
    std::vector<std::string> candidates;
    for (const auto& [phrase, field] : exact_)
        if (is_goods_field(field))
            candidates.push_back(phrase);
    return nearest(joined(header_words(header)), candidates);
}

} // namespace preflag
