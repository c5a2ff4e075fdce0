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
        const bool edge = i > 0 && is_upper(header[i]) && header[i - 1] >= 'a' &&
                          header[i - 1] <= 'z';
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

std::optional<Field> FieldAliases::whole(const Words& words) const {
    const auto found = exact_.find(joined(words));
    return found == exact_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Field> FieldAliases::longest_part(const Words& words) const {
    std::optional<Field> field;
    std::size_t length = 0;
    const auto keep = [&](const std::string& phrase, Field meaning) {
        if (phrase.size() > length) {
            field = meaning;
            length = phrase.size();
        }
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
    return field;
}

std::string FieldAliases::take_unit(std::string_view header, Words& words) const {
    std::string unit;
    if (header.find('%') != std::string_view::npos)
        unit = "%";
    Words rest;
    for (std::string& word : words) {
        const auto found = units_.find(word);
        if (found == units_.end())
            rest.push_back(std::move(word));
        else if (unit.empty())
            unit = found->second;
    }
    words = std::move(rest);
    return unit;
}

std::optional<FieldAliases::Match> FieldAliases::match(std::string_view header) const {
    const Words words = header_words(header);
    if (words.empty())
        return std::nullopt;
    Words bare = words;
    const std::string unit = take_unit(header, bare);
    if (const auto field = whole(words))
        return Match{*field, unit, 2};
    if (const auto field = whole(bare))
        return Match{*field, unit, 2};
    Words outside = header_words(without_parentheses(header));
    static_cast<void>(take_unit(header, outside));
    if (const auto field = whole(outside))
        return Match{*field, unit, 2};
    for (Words* reduced : {&bare, &outside}) {
        reduced->erase(std::remove_if(reduced->begin(), reduced->end(),
                                      [&](const std::string& word) {
                                          return filler_.count(word) != 0 ||
                                                 std::all_of(word.begin(), word.end(), is_ascii_digit);
                                      }),
                       reduced->end());
        if (const auto field = whole(*reduced))
            return Match{*field, unit, 2};
    }
    if (const auto field = longest_part(words))
        return Match{*field, unit, 1};
    return std::nullopt;
}

std::optional<std::string> FieldAliases::nearest_goods_alias(std::string_view header) const {
    std::vector<std::string> candidates;
    for (const auto& [phrase, field] : exact_)
        if (is_goods_field(field))
            candidates.push_back(phrase);
    return nearest(joined(header_words(header)), candidates);
}

} // namespace preflag
