#include <preflag/parties/candidates.h>
#include <preflag/parties/name_score.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace preflag {

namespace {

/// Sums of weights are rounded; bounds give way by this much.
constexpr double rounding = 1e-5;
constexpr double steps = 1024; ///< of a weight of 1
constexpr std::uint32_t most_steps = std::numeric_limits<std::uint16_t>::max();

std::uint32_t steps_of(double weight) {
    return static_cast<std::uint32_t>(std::ceil(weight * steps));
}

double query_gain(const QueryWord& word, const SimilarSound& sound) {
    return static_cast<double>(sound.share) * static_cast<double>(word.weight);
}

/// Whether names of this measure must be looked at.
bool is_within(std::uint8_t measure, const OpenedSound& sound) {
    constexpr int with_initial = CompiledList::with_initial;
    return measure < with_initial ? measure <= sound.most_plain
                                  : measure - with_initial <= sound.most_with_initial;
}

double list_gain(const SimilarSound& sound) {
    return static_cast<double>(sound.share) * static_cast<double>(sound.weight);
}

} // namespace

Candidates::Candidates(const CompiledList& list, const Limits& limits)
    : list_(list), limits_(limits), common_(list.name_count()) {}

void Candidates::begin() {
    if (++round_ == 0) {
        std::fill(common_.begin(), common_.end(), Common{});
        round_ = 1;
    }
    names_.clear();
    joined_count_ = 0;
}

void Candidates::gather(std::uint32_t name) {
    Common& common = common_[name];
    if (common.round != round_) {
        common = {round_, 0, 0};
        names_.push_back(name);
    }
    add(common);
}

void Candidates::add_joined(std::uint32_t name, double query, double list) {
    query_step_ = steps_of(query);
    list_step_ = steps_of(list);
    gather(name);
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
            by_query_.list += std::max(limits_.initial_share * OpenedSounds::heaviest_word,
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

void Candidates::take(std::span<const QueryWord> query, std::span<const OpenedSound> sounds) {
    take(query);
    sounds_.clear();
    for (const OpenedSound& opened : sounds)
        sounds_.push_back(
            {opened, query_gain(query[opened.word], *opened.sound), list_gain(*opened.sound)});
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
    for (const Sound& sound : sounds_)
        if (const int number = sound.opened.sound->common; number >= 0) {
            common_bits_ |= 1U << static_cast<unsigned>(number);
            of_common_[static_cast<std::size_t>(number)] = {sound.query, sound.list};
        }
}

void Candidates::add(Common& common) const {
    common.query = static_cast<std::uint16_t>(std::min(common.query + query_step_, most_steps));
    common.list = static_cast<std::uint16_t>(std::min(common.list + list_step_, most_steps));
}

void Candidates::gather_from(const Sound& sound, std::span<const std::uint32_t> names) {
    for (const std::uint32_t name : names)
        if (is_within(list_.measure(name), sound.opened))
            gather(name);
}

void Candidates::add_to_gathered(const Sound& sound, std::span<const std::uint32_t> names,
                                 bool is_gathered_from) {
    for (const std::uint32_t name : names)
        if (common_[name].round == round_ &&
            !(is_gathered_from && is_within(list_.measure(name), sound.opened)))
            add(common_[name]);
}

std::span<const std::uint32_t> Candidates::gather(std::span<const QueryWord> query,
                                                  std::span<const OpenedSound> sounds,
                                                  bool all_names) {
    take(query, sounds);
    for (const Sound& sound : sounds_) {
        if (sound.opened.most_plain < 0 && sound.opened.most_with_initial < 0)
            continue;
        choose(sound);
        gather_from(sound, list_.keyed_names(sound.opened.sound->sound));
        if (all_names)
            gather_from(sound, list_.unkeyed_names(sound.opened.sound->sound));
    }
    if (names_.empty())
        return names_;
    for (const Sound& sound : sounds_) {
        if (sound.opened.sound->common >= 0)
            continue;
        choose(sound);
        add_to_gathered(sound, list_.keyed_names(sound.opened.sound->sound), true);
        add_to_gathered(sound, list_.unkeyed_names(sound.opened.sound->sound), all_names);
    }
    return names_;
}

/// What a common sound has in common with the query is read off the names' bits.
void Candidates::choose(const Sound& sound) {
    const bool is_common = sound.opened.sound->common >= 0;
    query_step_ = is_common ? 0 : steps_of(sound.query);
    list_step_ = is_common ? 0 : steps_of(sound.list);
}

bool Candidates::can_reach(std::uint32_t name, bool is_joined) const {
    constexpr std::uint32_t many = 3;
    const std::uint32_t initials = list_.initials_of(name);
    if (initials >= many)
        return true;
    double query = common_[name].query / steps;
    double list = common_[name].list / steps;
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
