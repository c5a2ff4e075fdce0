#include <preflag/names/name_score.h>
#include <preflag/watchlists/index/blocking_keys.h>

#include <algorithm>
#include <limits>

namespace preflag {

namespace {

/// Sums of weights are rounded; bounds give way by this much.
constexpr double weight_rounding = 1e-5;
constexpr float nothing_opened = std::numeric_limits<float>::infinity();

/// The least share that makes the score with another share.
double share_needed(double other, double score) {
    const double smaller = (score - larger_share * other) / (1 - larger_share);
    return smaller <= other ? smaller : (score - (1 - larger_share) * other) / larger_share;
}

} // namespace

BlockingKeys::Gain BlockingKeys::gain_of(const QueryWord& word, bool with_initial) const {
    const auto weight = static_cast<double>(word.weight);
    if (word.is_initial) {
        const double list = limits_.initial_share * heaviest_word;
        return with_initial ? Gain{weight, std::max(list, limits_.heaviest_initial)}
                            : Gain{weight * limits_.initial_share, list};
    }
    const auto share = static_cast<double>(word.found->most_share);
    const auto list = static_cast<double>(word.found->most_found);
    if (!with_initial)
        return {weight * share, list};
    return {weight * std::max(share, limits_.initial_share),
            std::max(list, limits_.initial_share * limits_.heaviest_initial)};
}

float BlockingKeys::lightest_opened(std::span<const QueryWord> query, bool with_initial) {
    double found = 0;
    double evidence = 0;
    cursors_.assign(query.size(), {});
    for (std::size_t i = 0; i < query.size(); ++i) {
        const bool counts = query[i].is_initial || with_initial;
        cursors_[i].query = !counts ? 0
                            : query[i].is_initial
                                ? gains_[i].query
                                : static_cast<double>(query[i].weight) * limits_.initial_share;
        found += cursors_[i].query;
    }
    while (true) {
        const SimilarSound* lightest = nullptr;
        std::size_t word = 0;
        for (std::size_t i = 0; i < query.size(); ++i) {
            const auto& sounds = query[i].found->sounds;
            if (cursors_[i].next < sounds.size() &&
                (lightest == nullptr || sounds[cursors_[i].next].weight < lightest->weight)) {
                lightest = &sounds[cursors_[i].next];
                word = i;
            }
        }
        if (lightest == nullptr)
            return nothing_opened;
        Cursor& cursor = cursors_[word];
        ++cursor.next;
        const auto share = static_cast<double>(lightest->share);
        const double gain = share * static_cast<double>(query[word].weight);
        const double weight = share * static_cast<double>(lightest->weight);
        found += std::max(gain - cursor.query, 0.0);
        evidence += std::max(weight - cursor.evidence, 0.0);
        cursor.query = std::max(gain, cursor.query);
        cursor.evidence = std::max(weight, cursor.evidence);
        if (found >= limits_.least_share * query_weight_ - weight_rounding &&
            evidence >= limits_.least_evidence - weight_rounding)
            return lightest->weight;
    }
}

int BlockingKeys::most_measure(double query_share, double list_weight) const {
    const double needed =
        share_needed(std::min(query_share, 1.0), limits_.least_score) - weight_rounding;
    if (needed > 1)
        return -1;
    constexpr double most = CompiledList::with_initial - 1;
    const double weight = list_weight / std::max(needed, weight_rounding) + weight_rounding;
    return static_cast<int>(std::min(weight * CompiledList::weight_steps, most));
}

void BlockingKeys::open(const QueryWord& word, BlockingKey& opened, bool with_initial) const {
    const Gain& gain = gains_[opened.word];
    const auto share = static_cast<double>(opened.sound->share);
    const double found = all_.query - gain.query + share * static_cast<double>(word.weight);
    const double list = all_.list - gain.list + share * static_cast<double>(opened.sound->weight);
    int& most = with_initial ? opened.most_with_initial : opened.most_plain;
    most = most_measure(found / query_weight_, list);
}

void BlockingKeys::open_complete(std::span<const QueryWord> query, float lightest,
                                 bool with_initial) {
    float heaviest = 0;
    for (const QueryWord& word : query) {
        if (word.is_initial)
            continue;
        if (!word.found->own_sound || word.weight >= lightest)
            return;
        heaviest = std::max(heaviest, word.weight);
    }
    for (BlockingKey& opened : opened_)
        if (opened.sound->sound == query[opened.word].found->own_sound &&
            opened.sound->weight >= heaviest)
            open(query[opened.word], opened, with_initial);
}

void BlockingKeys::open(std::span<const QueryWord> query, bool with_initial) {
    gains_.clear();
    all_ = {};
    query_weight_ = 0;
    for (const QueryWord& word : query) {
        gains_.push_back(gain_of(word, with_initial));
        all_.query += gains_.back().query;
        all_.list += gains_.back().list;
        query_weight_ += static_cast<double>(word.weight);
    }
    if (query_weight_ <= 0 || all_.query < limits_.least_share * query_weight_ - weight_rounding)
        return;
    const float lightest = lightest_opened(query, with_initial);
    for (BlockingKey& opened : opened_)
        if (opened.sound->weight >= lightest)
            open(query[opened.word], opened, with_initial);
    open_complete(query, lightest, with_initial);
}

std::span<const BlockingKey> BlockingKeys::open(std::span<const QueryWord> query) {
    opened_.clear();
    for (std::uint32_t i = 0; i < query.size(); ++i)
        for (const SimilarSound& sound : query[i].found->sounds)
            opened_.push_back({&sound, i, -1, -1});
    open(query, false);
    if (limits_.heaviest_initial > 0)
        open(query, true);
    return opened_;
}

} // namespace preflag
