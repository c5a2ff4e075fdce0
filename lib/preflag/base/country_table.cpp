#include <preflag/base/country_table.h>
#include <preflag/base/phrase.h>
#include <preflag/base/text.h>

#include <algorithm>

namespace preflag {

namespace {

std::vector<std::string_view> words_of_phrase(std::string_view phrase) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 1; begin < phrase.size();) {
        const std::size_t end = phrase.find(' ', begin);
        words.push_back(phrase.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : between).append(word);
    return text;
}

} // namespace

void CountryTable::add_filler(std::string_view word) {
    fillers_.insert(ascii_lower(word));
}

const std::string& CountryTable::add_name(std::string_view name, const std::string& code) {
    return names_.emplace(key_of(name), code).first->second;
}

std::string CountryTable::key_of(std::string_view text) const {
    std::vector<std::string_view> words = words_of_phrase(known_phrase_of(text));
    const auto is_filler = [&](std::string_view word) { return fillers_.contains(word); };
    if (!std::all_of(words.begin(), words.end(), is_filler)) // "AND" is Andorra
        std::erase_if(words, is_filler);
    const auto is_letter = [](std::string_view word) { return word.size() == 1; };
    if (std::all_of(words.begin(), words.end(), is_letter)) // "U.S.A." is USA
        return joined(words, "");
    std::sort(words.begin(), words.end());
    return joined(words, " ");
}

std::optional<std::string> CountryTable::code_of(std::string_view text) const {
    text = trim(text);
    if (text.size() == 2 && is_ascii_letter(text[0]) && is_ascii_letter(text[1])) {
        std::string code(text);
        for (char& c : code)
            c = is_ascii_letter(c) && c >= 'a' ? static_cast<char>(c - 32) : c;
        if (codes_.contains(code))
            return code;
    }
    const std::string key = key_of(text);
    if (const auto found = names_.find(key); found != names_.end())
        return found->second;
    const std::string_view code = more_names_.find(key);
    return codes_.contains(code) ? std::optional(std::string(code)) : std::nullopt;
}

const std::string& CountryTable::state_of(const std::string& code) const {
    const auto found = states_.find(code);
    return found == states_.end() ? code : found->second;
}

bool CountryTable::is_part_of(const std::string& territory, const std::string& state) const {
    const auto found = belongs_to_.find(territory);
    return found != belongs_to_.end() && found->second == state;
}

std::vector<std::string> CountryTable::members_of(std::string_view code) const {
    if (const auto found = unions_.find(code); found != unions_.end())
        return found->second;
    if (codes_.contains(code))
        return {std::string(code)};
    return {};
}

std::vector<std::string> CountryTable::shortened(std::vector<std::string> codes) const {
    for (const auto& [name, members] : unions_) {
        const auto has = [&](const std::string& member) {
            return std::find(codes.begin(), codes.end(), member) != codes.end();
        };
        if (members.empty() || !std::all_of(members.begin(), members.end(), has))
            continue;
        std::erase_if(codes, [&, &all = members](const std::string& code) {
            return std::find(all.begin(), all.end(), code) != all.end();
        });
        codes.push_back(name);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::vector<std::string> CountryTable::codes() const {
    std::vector<std::string> all(codes_.begin(), codes_.end());
    for (const auto& [name, members] : unions_)
        all.push_back(name);
    return all;
}

} // namespace preflag
