#include <preflag/base/text.h>
#include <preflag/names/word_similarity.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

/// Removes what both begin and end with.
void trim_common(std::string_view& left, std::string_view& right) {
    while (!left.empty() && !right.empty() && left.front() == right.front()) {
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    while (!left.empty() && !right.empty() && left.back() == right.back()) {
        left.remove_suffix(1);
        right.remove_suffix(1);
    }
}

/// Whether one edit makes `left` into `right`; neither begins or ends like the other.
bool is_one_edit(std::string_view left, std::string_view right) {
    return left.size() <= 1 && right.size() <= 1;
}

/// What remains of two words within two edits is short: after one edit at its beginning the rest
/// must be within one.
bool is_two_edits(std::string_view left, std::string_view right) {
    const auto within_one = [](std::string_view a, std::string_view b) {
        trim_common(a, b);
        return is_one_edit(a, b);
    };
    if (!left.empty() && !right.empty() && within_one(left.substr(1), right.substr(1)))
        return true;
    if (!left.empty() && within_one(left.substr(1), right))
        return true;
    return !right.empty() && within_one(left, right.substr(1));
}

} // namespace

std::size_t word_distance(std::string_view left, std::string_view right, std::size_t limit) {
    const std::size_t difference =
        left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (difference > limit)
        return limit + 1;
    trim_common(left, right);
    if (left.empty() && right.empty())
        return 0;
    if (limit == 0)
        return 1;
    if (is_one_edit(left, right))
        return 1;
    if (left.size() == 2 && right.size() == 2 && left[0] == right[1] && left[1] == right[0])
        return 1;
    if (limit == 1)
        return 2;
    return is_two_edits(left, right) ? 2 : limit + 1;
}

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c); });
}

std::uint16_t letters_of(std::string_view word) {
    unsigned letters = 0;
    for (const char c : word)
        letters |= 1U << (static_cast<unsigned char>(c) & 15U);
    return static_cast<std::uint16_t>(letters);
}

double edit_similarity(std::string_view left, std::string_view right,
                       const NameSimilarities& similarities) {
    const std::size_t longer = std::max(left.size(), right.size());
    const std::size_t allowed = edits_allowed(std::min(left.size(), right.size()));
    const std::size_t edits = word_distance(left, right, allowed);
    if (edits > allowed || longer > longest_edited_word)
        return 0;
    double share = 1 - static_cast<double>(edits) / static_cast<double>(longer);
    if (edits > 0 && left.front() != right.front())
        share -= similarities.first_letter;
    return std::max(share, 0.0);
}

WordSimilarity similarity_of(const SoundedWord& left, const SoundedWord& right,
                             const NameSimilarities& similarities) {
    if (left.folded == right.folded)
        return {similarities.spelling, WordMatch::spelling, 0};
    const double share = edit_similarity(left.folded, right.folded, similarities);
    if (share > 0)
        return {share * similarities.spelling, WordMatch::edits,
                static_cast<std::uint8_t>(word_distance(left.folded, right.folded, 2))};
    if (left.without_vowels || right.without_vowels) {
        const std::string consonants = consonants_of(left.folded);
        if (consonants.size() >= least_consonants && consonants == consonants_of(right.folded))
            return {similarities.script, WordMatch::script, 0};
    }
    return {};
}

WordSimilarity similarity_of(const NameWord& left, const NameWord& right,
                             const NameSimilarities& similarities) {
    if (left.raw == right.raw && (left.is_initial() || left.folded == right.folded))
        return {1, left.is_initial() ? WordMatch::initial : WordMatch::same, 0};
    if (has_digit(left.raw) || has_digit(right.raw))
        return {};
    if (left.is_initial() != right.is_initial() && left.raw.front() == right.raw.front())
        return {similarities.initial, WordMatch::initial, 0};
    if (left.is_initial() || right.is_initial())
        return {};
    return similarity_of(SoundedWord{left.folded, left.without_vowels},
                         SoundedWord{right.folded, right.without_vowels}, similarities);
}

void join_sounds(std::string_view first, std::string_view second, std::string& joined) {
    joined = first;
    if (!first.empty() && !second.empty() && first.back() == second.front())
        second.remove_prefix(1);
    joined += second;
}

bool is_joined(std::string_view whole, std::string_view first, std::string_view second) {
    if (!first.empty() && !second.empty() && first.back() == second.front())
        second.remove_prefix(1);
    return whole.size() >= least_joined && whole.size() == first.size() + second.size() &&
           whole.starts_with(first) && whole.ends_with(second);
}

} // namespace preflag
