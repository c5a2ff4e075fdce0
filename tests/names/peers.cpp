#include "peers.h"

#include <preflag/names/cell/name_splitter.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace preflag::test {

namespace {

std::string plain(std::string_view name) {
    static NameSplitter splitter;
    return splitter.joined(name, " ");
}

/// Sorted.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : plain(name))
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    std::erase(words, "");
    std::sort(words.begin(), words.end());
    return words;
}

double jaro(const std::string& left, const std::string& right) {
    if (left.empty() || right.empty())
        return left == right ? 1 : 0;
    const std::size_t longer = std::max(left.size(), right.size());
    const std::size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
    std::vector<bool> left_taken(left.size());
    std::vector<bool> right_taken(right.size());
    double common = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        for (std::size_t j = i > window ? i - window : 0; j < right.size() && j <= i + window; ++j)
            if (!right_taken[j] && left[i] == right[j]) {
                left_taken[i] = right_taken[j] = true;
                ++common;
                break;
            }
    if (common == 0)
        return 0;
    double exchanged = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!left_taken[i])
            continue;
        while (!right_taken[j])
            ++j;
        exchanged += left[i] == right[j++] ? 0 : 0.5;
    }
    return (common / static_cast<double>(left.size()) + common / static_cast<double>(right.size()) +
            (common - exchanged) / common) /
           3;
}

/// Twice the letters in common, in their order, of all letters of both.
double indel_ratio(const std::string& left, const std::string& right) {
    if (left.empty() && right.empty())
        return 1;
    std::vector<std::size_t> row(right.size() + 1);
    for (const char c : left) {
        std::size_t before = 0;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = c == right[j - 1] ? before + 1 : std::max(row[j], row[j - 1]);
            before = above;
        }
    }
    return 2 * static_cast<double>(row.back()) / static_cast<double>(left.size() + right.size());
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += text.empty() ? word : ' ' + word;
    return text;
}

char soundex_digit(char c) {
    // Of a to z; vowels part equal digits, h and w do not.
    constexpr std::string_view digits = "01230120022455012623010202";
    return c >= 'a' && c <= 'z' ? digits[static_cast<std::size_t>(c - 'a')] : c;
}

std::string soundex(const std::string& word) {
    constexpr std::size_t size = 4;
    std::string code(1, word.front());
    char last = soundex_digit(word.front());
    for (std::size_t i = 1; i < word.size() && code.size() < size; ++i) {
        const char digit = soundex_digit(word[i]);
        if (digit != '0' && digit != last)
            code += digit;
        if (word[i] != 'h' && word[i] != 'w')
            last = digit;
    }
    code.resize(size, '0');
    return code;
}

} // namespace

double jaro_winkler(std::string_view left_name, std::string_view right_name) {
    const std::string left = plain(left_name);
    const std::string right = plain(right_name);
    const double similarity = jaro(left, right);
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < std::min(left.size(), right.size()) &&
           left[prefix] == right[prefix])
        ++prefix;
    return similarity + static_cast<double>(prefix) * 0.1 * (1 - similarity);
}

double token_set_ratio(std::string_view left_name, std::string_view right_name) {
    const auto left = words_of(left_name);
    const auto right = words_of(right_name);
    std::vector<std::string> both;
    std::vector<std::string> only_left;
    std::vector<std::string> only_right;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                          std::back_inserter(both));
    std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(only_left));
    std::set_difference(right.begin(), right.end(), left.begin(), left.end(),
                        std::back_inserter(only_right));
    const auto with = [&](const std::vector<std::string>& more) {
        std::vector<std::string> all = both;
        all.insert(all.end(), more.begin(), more.end());
        return joined(all);
    };
    const double whole = indel_ratio(with(only_left), with(only_right));
    if (both.empty())
        return whole;
    return std::max({whole, indel_ratio(joined(both), with(only_left)),
                     indel_ratio(joined(both), with(only_right))});
}

double soundex_tokens(std::string_view left_name, std::string_view right_name) {
    const auto left = words_of(left_name);
    auto right = words_of(right_name);
    const auto all = static_cast<double>(left.size() + right.size());
    double found = 0;
    for (const std::string& word : left) {
        double best = 0;
        auto like = right.end();
        for (auto other = right.begin(); other != right.end(); ++other) {
            const double share = soundex(word) == soundex(*other) ? indel_ratio(word, *other) : 0;
            if (share > best) {
                best = share;
                like = other;
            }
        }
        found += 2 * best;
        if (like != right.end())
            right.erase(like);
    }
    return all > 0 ? found / all : 0;
}

} // namespace preflag::test
