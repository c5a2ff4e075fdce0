#include <preflag/names/name_score.h>
#include <preflag/names/word/consonants.h>

#include <algorithm>

namespace preflag {

namespace {

double weight_of(std::span<const NameWord> words, std::size_t begin, std::size_t count) {
    double weight = 0;
    for (std::size_t i = begin; i < begin + count; ++i)
        weight += static_cast<double>(words[i].weight);
    return weight;
}

std::uint32_t places(std::size_t begin, std::size_t count) {
    return ((1U << count) - 1U) << begin;
}

/// For the few pairs of two names: without the memory that std::stable_sort takes.
template <class Value, class Before>
void sort_stably(std::vector<Value>& values, Before before) {
    for (std::size_t i = 1; i < values.size(); ++i)
        for (std::size_t at = i; at > 0 && before(values[at], values[at - 1]); --at)
            std::swap(values[at], values[at - 1]);
}

} // namespace

void NameScorer::add(std::span<const NameWord> query, std::span<const NameWord> list,
                     AlignedWords words) {
    const double weight = weight_of(query, words.query, words.query_count) +
                          weight_of(list, words.list, words.list_count);
    pairs_.push_back({words, static_cast<float>(weight * static_cast<double>(words.share))});
}

void NameScorer::add(std::span<const NameWord> query, std::span<const NameWord> list,
                     std::size_t query_word, std::size_t list_word,
                     const WordSimilarity& likeness) {
    if (likeness.share > 0)
        add(query, list,
            {static_cast<std::uint8_t>(query_word), 1, static_cast<std::uint8_t>(list_word), 1,
             static_cast<float>(likeness.share), likeness.match, likeness.edits});
}

void NameScorer::add_pairs(std::span<const NameWord> query, std::span<const NameWord> list) {
    for (std::size_t i = 0; i < query.size(); ++i)
        for (std::size_t j = 0; j < list.size(); ++j)
            add(query, list, i, j, similarity_of(query[i], list[j], similarities_));
}

bool NameScorer::joins(const NameWord& whole, const NameWord& first, const NameWord& second) {
    const bool is_swallowed = first.is_initial() && !second.sound.empty() && !first.sound.empty() &&
                              first.sound.back() == second.sound.front();
    if (is_swallowed)
        return false; // "n" and "nabarov"
    if (is_joined(whole.sound, first.sound, second.sound))
        return true;
    if (whole.word_class != WordClass::common && whole.word_class != WordClass::generic)
        return false;
    join_sounds(first.sound, second.sound, joined_);
    return joined_.size() >= least_joined &&
           words_.common_of(joined_, first.without_vowels && second.without_vowels) == whole.folded;
}

double NameScorer::joined_share(const NameWord& whole, const NameWord& first,
                                const NameWord& second, bool is_pair_listed) {
    if (joins(whole, first, second))
        return similarities_.joined;
    const bool are_alike = first.without_vowels == second.without_vowels;
    // Of a well-known name the spellings are known.
    if (whole.word_class == WordClass::common)
        return 0;
    if (!are_alike || whole.without_vowels == first.without_vowels ||
        (is_pair_listed && !first.without_vowels))
        return 0;
    const auto consonants_in = [](const NameWord& word) {
        return word.without_vowels ? abjad_consonants_of(word.sound) : consonants_of(word.sound);
    };
    const std::string own = consonants_in(first);
    const std::string other = consonants_in(second);
    if (own.empty() || other.empty() || own.back() == other.front())
        return 0; // "ayub bashir" is not "bashir"
    join_sounds(first.sound, second.sound, joined_);
    // A listed word goes by its folded text in the list's tables.
    return writes_joined(is_pair_listed ? whole.sound : whole.folded, joined_, whole.without_vowels)
               ? similarities_.script
               : 0;
}

void NameScorer::add_joined(std::span<const NameWord> query, std::span<const NameWord> list) {
    const auto match_of = [&](double share) {
        return share == similarities_.joined ? WordMatch::joined : WordMatch::script;
    };
    for (std::size_t i = 0; i < query.size(); ++i)
        for (std::size_t j = 0; j < list.size(); ++j) {
            const auto query_place = static_cast<std::uint8_t>(i);
            const auto list_place = static_cast<std::uint8_t>(j);
            const double two =
                i + 1 < query.size() ? joined_share(list[j], query[i], query[i + 1], false) : 0;
            const double one =
                j + 1 < list.size() ? joined_share(query[i], list[j], list[j + 1], true) : 0;
            if (two > 0)
                add(query, list,
                    {query_place, 2, list_place, 1, static_cast<float>(two), match_of(two), 0});
            if (one > 0)
                add(query, list,
                    {query_place, 1, list_place, 2, static_cast<float>(one), match_of(one), 0});
        }
}

void NameScorer::choose() {
    sort_stably(pairs_, [](const Pair& left, const Pair& right) { return left.gain > right.gain; });
    chosen_.clear();
    std::uint32_t query_taken = 0;
    std::uint32_t list_taken = 0;
    for (const Pair& pair : pairs_) {
        const std::uint32_t query = places(pair.words.query, pair.words.query_count);
        const std::uint32_t list = places(pair.words.list, pair.words.list_count);
        if ((query_taken & query) != 0 || (list_taken & list) != 0)
            continue;
        query_taken |= query;
        list_taken |= list;
        chosen_.push_back(pair.words);
    }
    sort_stably(chosen_, [](const AlignedWords& left, const AlignedWords& right) {
        return left.query < right.query;
    });
}

NameScore NameScorer::score(std::span<const NameWord> query, std::span<const NameWord> list) {
    begin();
    add_pairs(query, list);
    add_joined(query, list);
    return finish(query, list);
}

NameScore NameScorer::finish(std::span<const NameWord> query, std::span<const NameWord> list) {
    choose();
    NameScore score;
    double query_found = 0;
    double list_found = 0;
    std::size_t words_found = 0;
    for (const AlignedWords& words : chosen_) {
        const auto share = static_cast<double>(words.share);
        const double list_weight = weight_of(list, words.list, words.list_count);
        query_found += share * weight_of(query, words.query, words.query_count);
        list_found += share * list_weight;
        if (words.match != WordMatch::initial)
            score.evidence += share * list_weight;
        const bool is_vague = words.match == WordMatch::edits || words.match == WordMatch::script ||
                              words.match == WordMatch::orthography ||
                              (words.match == WordMatch::initial && words.share < 1);
        if (!is_vague)
            words_found += words.query_count + std::size_t{words.list_count};
    }
    const double query_weight = weight_of(query, 0, query.size());
    const double list_weight = weight_of(list, 0, list.size());
    if (query_weight > 0 && list_weight > 0) {
        score.query_share = query_found / query_weight;
        score.list_share = list_found / list_weight;
    }
    score.score = name_score(score.query_share, score.list_share);
    score.complete = words_found > 0 && words_found == query.size() + list.size();
    return score;
}

} // namespace preflag
