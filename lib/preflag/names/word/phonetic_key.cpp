#include <preflag/names/word/phonetic_key.h>

#include <algorithm>

namespace preflag {

void PhoneticKey::add(std::string from, std::string to, Place place) {
    if (from.empty())
        return;
    auto& rules = rules_[static_cast<unsigned char>(from.front())];
    rules.push_back({std::move(from), std::move(to), place});
    std::stable_sort(rules.begin(), rules.end(), [](const Rule& left, const Rule& right) {
        return left.from.size() > right.from.size();
    });
}

const PhoneticKey::Rule* PhoneticKey::rule_at(std::string_view word, std::size_t at) const {
    for (const Rule& rule : rules_[static_cast<unsigned char>(word[at])]) {
        if (word.compare(at, rule.from.size(), rule.from) != 0)
            continue;
        const bool fits =
            rule.place == Place::anywhere || (rule.place == Place::start && at == 0) ||
            (rule.place == Place::end && at > 0 && at + rule.from.size() == word.size());
        if (fits)
            return &rule;
    }
    return nullptr;
}

std::string PhoneticKey::fold(std::string_view word) const {
    std::string folded;
    folded.reserve(word.size());
    const auto append = [&](char c) {
        if (folded.empty() || folded.back() != c)
            folded += c;
    };
    for (std::size_t at = 0; at < word.size();) {
        const Rule* rule = rule_at(word, at);
        if (rule == nullptr) {
            append(word[at++]);
            continue;
        }
        for (const char c : rule->to)
            append(c);
        at += rule->from.size();
    }
    return folded;
}

} // namespace preflag
