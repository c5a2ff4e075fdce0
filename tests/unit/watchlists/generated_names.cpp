#include "generated_names.h"

#include <array>
#include <cmath>

namespace preflag::test {

namespace {

constexpr std::array<const char*, 24> syllables{
    "ba", "ro",  "mi", "ka", "sul", "ten", "ol",  "dri", "sha", "kh",  "vel", "nor",
    "ja", "pet", "ri", "gu", "zam", "el",  "tho", "yu",  "qa",  "lin", "os",  "mar"};
constexpr std::array<const char*, 12> trades{"Trading",  "Shipping", "Chemical",  "International",
                                             "Group",    "Holding",  "Export",    "Industries",
                                             "Services", "General",  "Logistics", "Petroleum"};
constexpr std::array<const char*, 8> forms{"Ltd",       "LLC", "GmbH", "S.A.",
                                           "Co., Ltd.", "FZE", "OOO",  "Inc."};
constexpr std::array<const char*, 6> given{"Mohammed", "Ahmed", "Ali", "Sergey", "Maria", "Kim"};

std::vector<std::string> split(const std::string& name) {
    std::vector<std::string> words{""};
    for (const char c : name)
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    return words;
}

} // namespace

/// splitmix64.
std::uint64_t NameGenerator::next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t bits = state_;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
    return bits ^ (bits >> 31);
}

std::size_t NameGenerator::below(std::size_t limit) {
    return static_cast<std::size_t>(next() % limit);
}

std::size_t NameGenerator::skewed(std::size_t limit) {
    const double share = static_cast<double>(below(1'000'000)) / 1'000'000;
    return static_cast<std::size_t>(std::pow(static_cast<double>(limit), share)) % limit;
}

std::string NameGenerator::word(std::size_t number) {
    std::string text;
    for (std::size_t rest = number + 24; rest > 0; rest /= syllables.size())
        text += syllables[rest % syllables.size()];
    text[0] = static_cast<char>(text[0] - 32);
    return text;
}

std::string NameGenerator::person() {
    std::string name = chance(30) ? given[below(given.size())] : word(skewed(3000));
    if (chance(35))
        name += chance(20) ? " bin" : " " + word(skewed(3000));
    if (chance(5))
        name += " al";
    return name + " " + word(skewed(150'000));
}

std::string NameGenerator::company() {
    std::string name = word(skewed(150'000));
    if (chance(40))
        name += " " + word(skewed(20'000));
    if (chance(5))
        name += " " + std::to_string(below(30));
    for (int i = 0; i < 2; ++i)
        if (chance(60))
            name += std::string(" ") + trades[below(trades.size())];
    return name + " " + forms[below(forms.size())];
}

void NameGenerator::alter(std::string& word) {
    if (word.size() < 2)
        return;
    const std::size_t at = below(word.size());
    const char letter = static_cast<char>('a' + below(26));
    switch (below(4)) {
    case 0:
        word[at] = letter;
        break;
    case 1:
        word.erase(at, 1);
        break;
    case 2:
        word.insert(at, 1, letter);
        break;
    default:
        if (at + 1 < word.size())
            std::swap(word[at], word[at + 1]);
    }
}

void NameGenerator::alter(std::vector<std::string>& words) {
    const std::size_t at = below(words.size());
    switch (below(8)) {
    case 0:
        if (words.size() > 2)
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        break;
    case 1:
        words.push_back(word(below(150'000)));
        break;
    case 2:
        std::swap(words[at], words[below(words.size())]);
        break;
    case 3:
        if (at + 1 < words.size()) {
            words[at] += words[at + 1];
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(at + 1));
        }
        break;
    case 4:
        if (words[at].size() > 5)
            words[at].insert(3, " ");
        break;
    case 5:
        words[at] = words[at].substr(0, 1);
        break;
    default:
        alter(words[at]);
    }
}

std::string NameGenerator::altered(const std::string& name) {
    auto words = split(name);
    for (std::size_t i = 0; i <= below(3); ++i)
        alter(words);
    std::string text;
    for (const std::string& word : words)
        text += text.empty() ? word : " " + word;
    return text;
}

ListContents generated_list(std::size_t names, std::uint64_t seed) {
    NameGenerator generator(seed);
    ListContents list;
    list.id = "generated";
    for (std::size_t made = 0; made < names;) {
        ListEntry entry;
        entry.id = std::to_string(made);
        entry.kind = EntryKind::unknown;
        entry.programmes = {"TEST"};
        entry.names.push_back({generator.name(), NameQuality::primary});
        ++made;
        if (made < names && generator.chance(33)) {
            entry.names.push_back({generator.altered(entry.names[0].text), NameQuality::alias});
            ++made;
        }
        list.entries.push_back(std::move(entry));
    }
    return list;
}

std::vector<std::string> generated_queries(const ListContents& list, std::size_t count,
                                           std::uint64_t seed) {
    NameGenerator generator(seed);
    std::vector<std::string> queries;
    for (std::size_t i = 0; i < count; ++i) {
        const ListEntry& entry = list.entries[generator.below(list.entries.size())];
        queries.push_back(i % 2 == 0 ? generator.altered(entry.names.front().text)
                                     : generator.name());
    }
    return queries;
}

} // namespace preflag::test
