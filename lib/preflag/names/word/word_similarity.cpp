#include <preflag/base/text.h>
#include <preflag/names/word/consonants.h>
#include <preflag/names/word/word_similarity.h>

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

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Sounds that spellings and ears exchange.
bool are_near(char left, char right) {
    constexpr std::array<std::string_view, 7> groups{"sz", "td", "kgh", "bp", "fvw", "cjs", "mn"};
    return std::any_of(groups.begin(), groups.end(), [&](std::string_view group) {
        return group.find(left) != std::string_view::npos &&
               group.find(right) != std::string_view::npos;
    });
}

double exchange_cost(char left, char right) {
    constexpr double vowels = 0.5;
    constexpr double near = 0.9;
    constexpr double others = 1.2;
    if (left == right)
        return 0;
    if (is_vowel(left) && is_vowel(right))
        return vowels;
    return are_near(left, right) ? near : others;
}

double letter_cost(char c) {
    constexpr double vowel = 0.7;
    constexpr double breath = 0.5;
    return c == 'h' ? breath : is_vowel(c) ? vowel : 1;
}

/// The cheapest way to make one word of the other, with exchanged neighbours.
double edit_cost(std::string_view left, std::string_view right) {
    constexpr double swap_cost = 0.8;
    constexpr std::size_t most = 64;
    trim_common(left, right);
    std::array<std::array<double, most>, 3> rows{};
    for (std::size_t j = 0; j < right.size(); ++j)
        rows[0][j + 1] = rows[0][j] + letter_cost(right[j]);
    for (std::size_t i = 0; i < left.size(); ++i) {
        const auto& above = rows[i % 3];
        auto& row = rows[(i + 1) % 3];
        row[0] = above[0] + letter_cost(left[i]);
        for (std::size_t j = 0; j < right.size(); ++j) {
            row[j + 1] =
                std::min({above[j] + exchange_cost(left[i], right[j]),
                          above[j + 1] + letter_cost(left[i]), row[j] + letter_cost(right[j])});
            if (i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j])
                row[j + 1] = std::min(row[j + 1], rows[(i + 2) % 3][j - 1] + swap_cost);
        }
    }
    return rows[left.size() % 3][right.size()];
}

/// What scripts without vowels leave out, or write with a letter that is a consonant elsewhere.
bool is_silent(std::string_view word, std::size_t at) {
    return is_vowel(word[at]) || word[at] == 'w' || (word[at] == 'v' && at > 0);
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
    if (edits == 0)
        return 1;
    constexpr std::size_t least_with_other_beginning = 6;
    const bool begins_otherwise = left.front() != right.front();
    if (begins_otherwise && std::min(left.size(), right.size()) < least_with_other_beginning)
        return 0;
    double share = 1 - edit_cost(left, right) / static_cast<double>(longer);
    // A first letter that is missing says less than one that is another.
    constexpr double of_missing = 0.5;
    if (begins_otherwise)
        share -= similarities.first_letter * (left.size() == right.size() ? 1 : of_missing);
    return std::max(share, 0.0);
}

double script_fit(std::string_view vowelled, std::string_view abjad) {
    constexpr double of_a_vowel = 0.25;
    double fit = 1;
    std::size_t at = 0;
    const auto vowels_here = [&] { // up to the next consonant of the vowelled word
        const std::size_t begin = at;
        while (at < vowelled.size() && is_silent(vowelled, at))
            ++at;
        return vowelled.substr(begin, at - begin);
    };
    for (std::size_t i = 0; i < abjad.size();) {
        const std::string_view own = vowels_here();
        bool has_v = false;
        bool has_i = false;
        for (; i < abjad.size() && is_silent(abjad, i); ++i) {
            has_v = has_v || abjad[i] == 'v' || abjad[i] == 'u';
            has_i = has_i || abjad[i] == 'i';
        }
        if (has_v && own.find_first_of("uovw") == std::string_view::npos)
            fit -= of_a_vowel;
        if (has_i && own.find_first_of("iey") == std::string_view::npos)
            fit -= of_a_vowel;
        if (i >= abjad.size())
            break;
        ++i;
        at = std::min(at + 1, vowelled.size());
    }
    return std::max(fit, 0.0);
}

namespace {

double script_similarity(std::string_view vowelled, std::string_view abjad,
                         const NameSimilarities& similarities) {
    const std::string consonants = consonants_of(vowelled);
    const auto ways = latin_consonants(abjad_consonants_of(abjad));
    if (consonants.size() < least_consonants ||
        std::find(ways.begin(), ways.end(), consonants) == ways.end())
        return 0;
    const double fit = script_fit(vowelled, abjad);
    if (consonants.size() < sure_consonants && fit < 1)
        return 0;
    constexpr double of_vowels = 0.2;
    return similarities.script * (1 - of_vowels * (1 - fit));
}

bool have_same_consonants(std::string_view left, std::string_view right) {
    const auto own = latin_consonants(abjad_consonants_of(left));
    const auto other = latin_consonants(abjad_consonants_of(right));
    return !own.empty() && !other.empty() && own.front() == other.front() &&
           own.front().size() >= least_consonants;
}

double script_similarity(const SoundedWord& left, const SoundedWord& right,
                         const NameSimilarities& similarities) {
    if (left.without_vowels && right.without_vowels)
        return have_same_consonants(left.folded, right.folded) ? similarities.script : 0;
    const SoundedWord& abjad = left.without_vowels ? left : right;
    const std::string_view vowelled = left.without_vowels ? right.folded : left.folded;
    const double share = script_similarity(vowelled, abjad.folded, similarities);
    const bool are_other_names = left.is_known && right.is_known;
    if (abjad.sound.empty() || abjad.sound == abjad.folded || are_other_names)
        return are_other_names ? 0 : share;
    return std::max(share, script_similarity(vowelled, abjad.sound, similarities));
}

} // namespace

WordSimilarity similarity_of(const SoundedWord& left, const SoundedWord& right,
                             const NameSimilarities& similarities) {
    if (left.folded == right.folded)
        return {similarities.spelling, WordMatch::spelling, 0};
    const double share =
        left.is_known && right.is_known
            ? 0
            : edit_similarity(left.folded, right.folded, similarities) * similarities.spelling;
    if (left.without_vowels || right.without_vowels)
        if (const double script = script_similarity(left, right, similarities); script > share)
            return {script, WordMatch::script, 0};
    if (share > 0)
        return {share, WordMatch::edits,
                static_cast<std::uint8_t>(word_distance(left.folded, right.folded, 2))};
    return {};
}

bool is_spelling(const NameWord& query, const NameWord& list) {
    constexpr std::size_t least = 4;
    if (std::min(query.raw.size(), list.raw.size()) >= least)
        return true;
    return query.word_class == WordClass::common || query.word_class == WordClass::generic ||
           query.word_class == WordClass::particle || query.without_vowels != list.without_vowels ||
           query.raw.size() + list.raw.size() > 2 * least;
}

WordSimilarity similarity_of(const NameWord& query, const NameWord& list,
                             const NameSimilarities& similarities) {
    if (query.raw == list.raw && (query.is_initial() || query.folded == list.folded))
        return {1, query.is_initial() ? WordMatch::initial : WordMatch::same, 0};
    if (query.is_number() && list.is_number() && query.folded == list.folded)
        return {similarities.spelling, WordMatch::spelling, 0};
    WordSimilarity best;
    for (const std::string& spelling : query.spellings)
        if (spelling == list.folded)
            best = {similarities.orthography, WordMatch::orthography, 0};
    if (has_digit(query.raw) || has_digit(list.raw) || query.is_number() || list.is_number())
        return best;
    if (query.is_initial() != list.is_initial() && query.raw.front() == list.raw.front())
        return {similarities.initial, WordMatch::initial, 0};
    if (query.is_initial() || list.is_initial())
        return {};
    if (query.folded == list.folded && !is_spelling(query, list))
        return best;
    const WordSimilarity own = similarity_of(
        SoundedWord{query.folded, query.without_vowels, query.sound,
                    query.word_class == WordClass::common},
        SoundedWord{list.folded, list.without_vowels, {}, list.word_class == WordClass::common},
        similarities);
    return own.share >= best.share ? own : best;
}

bool writes_joined(std::string_view whole, std::string_view joined, bool is_whole_abjad) {
    if (whole.size() < least_joined || joined.size() < least_joined)
        return false;
    const std::string consonants = consonants_of(is_whole_abjad ? joined : whole);
    if (consonants.size() < sure_consonants)
        return false;
    const auto ways = latin_consonants(abjad_consonants_of(is_whole_abjad ? whole : joined));
    return std::find(ways.begin(), ways.end(), consonants) != ways.end();
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
