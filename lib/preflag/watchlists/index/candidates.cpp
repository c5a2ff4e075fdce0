#include <preflag/names/name_score.h>
#include <preflag/watchlists/index/candidates.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace preflag {

namespace {

/// Sums of weights are rounded; bounds give way by this much.
constexpr double rounding = 1e-5;
constexpr std::uint32_t steps = 1024; ///< of a weight of 1
constexpr std::uint32_t half = 16;    ///< the bits of half a sum

/// Sums of a name cannot run over: those of its words are bounded by their number, and joined words
/// no more count from here on. It is more than any name weighs.
constexpr std::uint32_t most_joined = 1U << 15U;
static_assert(most_joined + 2 * steps + NameReader::most_words * (steps + 1) + 1 < 1U << half);
static_assert(most_joined > NameReader::most_words * steps);

std::uint32_t steps_of(double weight) {
    return static_cast<std::uint32_t>(std::ceil(weight * steps));
}

constexpr std::uint32_t query_steps(std::uint32_t sum) {
    return sum & ((1U << half) - 1);
}
constexpr std::uint32_t list_steps(std::uint32_t sum) {
    return sum >> half;
}

std::uint32_t sum_of(double query, double list) {
    return steps_of(query) | steps_of(list) << half;
}

double query_gain(const QueryWord& word, const SimilarSound& sound) {
    return static_cast<double>(sound.share) * static_cast<double>(word.weight);
}

/// Whether names of this measure must be looked at.
bool is_within(std::uint8_t measure, const BlockingKey& sound) {
    constexpr int with_initial = CompiledList::with_initial;
    return measure < with_initial ? measure <= sound.most_plain
                                  : measure - with_initial <= sound.most_with_initial;
}

double list_gain(const SimilarSound& sound) {
    return static_cast<double>(sound.share) * static_cast<double>(sound.weight);
}

} // namespace

Candidates::Candidates(const CompiledList& list, const Limits& limits)
    : list_(list), limits_(limits), sums_(list.name_count()) {}

/// Names are left only by a query that was broken off.
void Candidates::begin() {
    for (const std::uint32_t name : names_)
        sums_[name] = 0;
    names_.clear();
    joined_count_ = 0;
}

void Candidates::add_joined(std::uint32_t name, double query, double list) {
    const Sum sum = sums_[name];
    const bool has_query = query_steps(sum) > most_joined;
    const bool has_list = list_steps(sum) > most_joined;
    gather(name, sum_of(has_query ? 0 : query, has_list ? 0 : list));
    joined_count_ = names_.size();
}

void Candidates::take(std::span<const QueryWord> query) {
    by_query_ = {};
    by_list_ = {};
    by_letter_.fill(0);
    query_weight_ = 0;
    for (const QueryWord& word : query) {
        const auto weight = static_cast<double>(word.weight);
        query_weight_ += weight;
        if (word.is_initial) {
            by_query_.query += weight;
            by_query_.list += std::max(limits_.initial_share * BlockingKeys::heaviest_word,
                                       limits_.heaviest_initial);
        } else {
            const double gain = limits_.initial_share * weight;
            by_list_.query = std::max(by_list_.query, gain);
            by_list_.list = limits_.initial_share * limits_.heaviest_initial;
            double& by_letter = by_letter_[CompiledList::letter_number(word.first_letter)];
            by_letter = std::max(by_letter, gain);
        }
    }
}

void Candidates::take(std::span<const QueryWord> query, std::span<const BlockingKey> sounds) {
    take(query);
    sounds_.clear();
    for (const BlockingKey& opened : sounds)
        sounds_.push_back({opened, query_gain(query[opened.word], *opened.sound),
                           list_gain(*opened.sound), 0, 0, 0});
    std::sort(sounds_.begin(), sounds_.end(), [](const Sound& left, const Sound& right) {
        return left.opened.sound->sound < right.opened.sound->sound;
    });
    std::size_t kept = 0;
    for (const Sound& sound : sounds_) {
        if (kept == 0 || sounds_[kept - 1].opened.sound->sound != sound.opened.sound->sound) {
            sounds_[kept++] = sound;
            continue;
        }
        Sound& same = sounds_[kept - 1];
        same.query = std::max(same.query, sound.query);
        same.list = std::max(same.list, sound.list);
        same.opened.most_plain = std::max(same.opened.most_plain, sound.opened.most_plain);
        same.opened.most_with_initial =
            std::max(same.opened.most_with_initial, sound.opened.most_with_initial);
    }
    sounds_.resize(kept);
    common_bits_ = 0;
    for (Sound& sound : sounds_) {
        const int number = sound.opened.sound->common;
        sound.sum = number < 0 ? sum_of(sound.query, sound.list) : 0;
        if (number >= 0) {
            common_bits_ |= 1U << static_cast<unsigned>(number);
            of_common_[static_cast<std::size_t>(number)] = {sound.query, sound.list};
        }
    }
}

void Candidates::gather_from(const Sound& sound, std::span<const std::uint32_t> names) {
    for (const std::uint32_t name : names)
        if (is_within(list_.measure(name), sound.opened))
            gather(name, sound.sum);
        else
            too_heavy_.push_back(name);
}

void Candidates::gather_from(Sound& sound, bool all_names) {
    sound.first_too_heavy = too_heavy_.size();
    gather_from(sound, list_.keyed_names(sound.opened.sound->sound));
    if (all_names)
        gather_from(sound, list_.unkeyed_names(sound.opened.sound->sound));
    sound.last_too_heavy = too_heavy_.size();
}

void Candidates::add_to_gathered(Sum sum, std::span<const std::uint32_t> names) {
    for (const std::uint32_t name : names)
        if (sums_[name] != 0)
            sums_[name] += sum;
}

/// Adds the sound to those of its names that were gathered by way of others.
void Candidates::add_to_gathered(const Sound& sound, bool all_names) {
    if (sound.is_open())
        add_to_gathered(sound.sum, std::span(too_heavy_)
                                       .subspan(sound.first_too_heavy,
                                                sound.last_too_heavy - sound.first_too_heavy));
    else
        add_to_gathered(sound.sum, list_.keyed_names(sound.opened.sound->sound));
    if (!sound.is_open() || !all_names)
        add_to_gathered(sound.sum, list_.unkeyed_names(sound.opened.sound->sound));
}

std::span<const std::uint32_t> Candidates::gather(std::span<const QueryWord> query,
                                                  std::span<const BlockingKey> sounds,
                                                  bool all_names) {
    take(query, sounds);
    too_heavy_.clear();
    for (Sound& sound : sounds_)
        if (sound.is_open())
            gather_from(sound, all_names);
    if (!names_.empty())
        for (const Sound& sound : sounds_)
            if (sound.sum != 0)
                add_to_gathered(sound, all_names);
    return names_;
}

bool Candidates::can_reach(std::uint32_t name, bool is_joined) {
    const Sum sum = std::exchange(sums_[name], 0);
    constexpr std::uint32_t many = 3;
    const std::uint32_t initials = list_.initials_of(name);
    if (initials >= many)
        return true;
    double query = query_steps(sum) / static_cast<double>(steps);
    double list = list_steps(sum) / static_cast<double>(steps);
    for (std::uint32_t bits = list_.common_of(name) & common_bits_; bits != 0; bits &= bits - 1) {
        const Gain& gain = of_common_[static_cast<std::size_t>(std::countr_zero(bits))];
        query += gain.query;
        list += gain.list;
    }
    const bool has_evidence = is_joined || list >= limits_.least_evidence - rounding;
    query += by_query_.query;
    list += by_query_.list;
    const double by_letter = by_letter_[list_.initial_of(name)];
    if (initials > 1 || (initials == 1 && by_letter > 0)) {
        query += initials > 1 ? initials * by_list_.query : by_letter;
        list += initials * by_list_.list;
    }
    if (!has_evidence && query < query_weight_ - rounding)
        return false; // not complete either
    const unsigned measure = list_.measure(name) & (CompiledList::with_initial - 1U);
    const double weight = measure / CompiledList::weight_steps;
    const double list_share = list >= weight ? 1 : list / weight;
    return name_score(std::min(query / query_weight_, 1.0), list_share) >=
           limits_.least_score - rounding;
}

} // namespace preflag
