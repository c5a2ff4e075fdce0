#include <preflag/base/text.h>
#include <preflag/names/word/consonants.h>
#include <preflag/watchlists/index/list_search.h>

#include <algorithm>

namespace preflag {

namespace {

/// Sums of weights are rounded; bounds give way by this much.
constexpr double score_rounding = 1e-5;
constexpr std::size_t names_ahead = 8;

} // namespace

ListSearch::ListSearch(const CompiledList& list, const NameVocabulary& words, double least_evidence)
    : list_(list), words_(words), scorer_(words), similarities_(words.similarities()),
      similar_words_(list, words.similarities()),
      blocking_keys_({least_score, CompiledList::key_share, least_evidence,
                      words.similarities().initial, static_cast<double>(list.heaviest_initial())}),
      candidates_(list, {least_score, least_evidence, words.similarities().initial,
                         static_cast<double>(list.heaviest_initial())}),
      least_evidence_(least_evidence), likeness_of_(list.sound_count(), 0), likenesses_(1) {}

void ListSearch::take(const ReadName& query) {
    query_.clear();
    query_words_.clear();
    hits_.clear();
    query_weight_ = 0;
    has_initial_ = false;
    similar_words_.forget_many();
    for (const ReadName::Word& word : query.words) {
        const SimilarWords::Found& found = similar_words_.find(word);
        const float weight = found.own_sound ? list_.sound(*found.own_sound).weight
                                             : list_.weight_of_unknown(word.word_class);
        query_.push_back({word.raw, word.folded, word.sound, weight, word.without_vowels,
                          word.word_class, word.spellings, word.is_syllable});
        query_weight_ += static_cast<double>(weight);
        has_initial_ = has_initial_ || query_.back().is_initial();
        query_words_.push_back({&found, weight, query_.back().is_initial(), word.raw.front()});
    }
    whole_query_ = whole_name(query_, words_);
    candidates_.begin();
}

void ListSearch::place_likenesses() {
    for (std::uint32_t word = 0; word < query_words_.size(); ++word)
        for (const SimilarSound& sound : query_words_[word].found->sounds) {
            std::uint32_t& place = likeness_of_[sound.sound];
            likenesses_.push_back({&sound, word, place});
            place = static_cast<std::uint32_t>(likenesses_.size() - 1);
        }
}

void ListSearch::forget_likenesses() {
    for (std::size_t i = 1; i < likenesses_.size(); ++i)
        likeness_of_[likenesses_[i].sound->sound] = 0;
    likenesses_.resize(1);
}

/// One word of the query for two of a name: each such name is in the list's table. What the two
/// weigh is not known there.
void ListSearch::find_joined_words() {
    constexpr double heaviest_pair = 2 * BlockingKeys::heaviest_word;
    const double share = similarities_.joined;
    joined_words_ = 0;
    for (std::size_t i = 0; i < query_.size(); ++i) {
        if (query_[i].sound.size() < least_joined)
            continue;
        const double gain = share * static_cast<double>(query_[i].weight);
        const auto add = [&](std::uint32_t hash) {
            for (const HashedValue& value : list_.names_by_join().find(hash)) {
                joined_words_ |= 1U << i;
                candidates_.add_joined(value.value, gain, share * heaviest_pair);
            }
        };
        add(hash_of(query_[i].sound));
        if (query_[i].folded != query_[i].sound)
            add(hash_of(query_[i].folded));
        if (list_.has_abjad() && !query_[i].without_vowels)
            add(join_hash_of_consonants(consonants_of(query_[i].sound)));
    }
}

/// Two words of the query for one of a name. Its sound may be that of its variants, of which
/// scripts without vowels have others.
void ListSearch::find_joined_pairs() {
    joined_pairs_ = 0;
    for (std::size_t i = 0; i + 1 < query_.size(); ++i) {
        join_sounds(query_[i].sound, query_[i + 1].sound, joined_);
        if (joined_.size() < least_joined)
            continue;
        const auto sound = similar_words_.sound_of(words_.common_of(joined_, false));
        const auto abjad_sound = similar_words_.sound_of(words_.common_of(joined_, true));
        if (sound)
            add_joined_pair(i, *sound);
        if (abjad_sound && abjad_sound != sound)
            add_joined_pair(i, *abjad_sound);
        if (query_[i].without_vowels == query_[i + 1].without_vowels)
            find_joined_pair_across_scripts(i);
    }
}

/// By the consonants of both words in one.
void ListSearch::find_joined_pair_across_scripts(std::size_t word) {
    const bool is_abjad = query_[word].without_vowels;
    const auto find = [&](std::string_view consonants) {
        if (consonants.size() < sure_consonants)
            return;
        const HashIndex& index =
            is_abjad ? list_.sounds_by_consonants() : list_.abjad_by_consonants();
        for (const HashedValue& value : index.find(hash_of(consonants)))
            if (list_.sound(value.value).without_vowels() != is_abjad)
                add_joined_pair(word, value.value);
    };
    if (is_abjad)
        for (const std::string& consonants : latin_consonants(abjad_consonants_of(joined_)))
            find(consonants);
    else if (list_.has_abjad())
        find(consonants_of(joined_));
}

void ListSearch::add_joined_pair(std::size_t word, std::uint32_t sound) {
    joined_pairs_ |= 1U << word;
    const auto weight =
        static_cast<double>(query_[word].weight) + static_cast<double>(query_[word + 1].weight);
    const double query_gain = similarities_.joined * weight;
    const double list_gain = similarities_.joined * static_cast<double>(list_.sound(sound).weight);
    for (const auto names : {list_.keyed_names(sound), list_.unkeyed_names(sound)})
        for (const std::uint32_t name : names)
            candidates_.add_joined(name, query_gain, list_gain);
}

/// A single letter of a name, or any word of it that begins with one in the query.
double ListSearch::share_by_initial(std::uint32_t word) {
    const std::string_view text = list_.word_text(word);
    const bool is_initial = list_.is_initial(word);
    double share = 0;
    for (std::size_t i = 0; i < query_.size(); ++i) {
        if (query_[i].raw.front() != text.front() || !(is_initial || query_[i].is_initial()))
            continue;
        const double own = is_initial && query_[i].is_initial() ? 1.0 : similarities_.initial;
        best_[i] = std::max(best_[i], own);
        share = std::max(share, own);
    }
    return share;
}

ListSearch::Reach ListSearch::reach_of(std::uint32_t name) {
    Reach reach;
    std::fill_n(best_.begin(), query_.size(), 0.0);
    for (const std::uint32_t word : list_.words_of(name)) {
        const std::uint32_t sound = list_.sound_of(word);
        const auto weight = static_cast<double>(list_.sound(sound).weight);
        reach.all += weight;
        double share = 0;
        if (!list_.is_initial(word))
            for (std::uint32_t at = likeness_of_[sound]; at != 0; at = likenesses_[at].next) {
                const auto own = static_cast<double>(likenesses_[at].sound->share);
                double& best = best_[likenesses_[at].word];
                best = std::max(best, own);
                share = std::max(share, own);
            }
        reach.evidence += weight * share;
        if (has_initial_ || list_.is_initial(word))
            share = std::max(share, share_by_initial(word));
        reach.list += weight * share;
        reach.is_whole = reach.is_whole && share > 0;
    }
    return reach;
}

/// Adds the words that are joined in the name, or in the query.
void ListSearch::add_joined_reach(std::uint32_t name, Reach& reach) {
    take_candidate(name);
    const auto add = [&](std::size_t query_word, double share, double listed) {
        best_[query_word] = std::max(best_[query_word], share);
        reach.list += share * listed;
        reach.evidence += share * listed;
    };
    for (std::size_t j = 0; j < candidate_.size(); ++j) {
        const NameWord& own = candidate_[j];
        const NameWord* next = j + 1 < candidate_.size() ? &candidate_[j + 1] : nullptr;
        const auto weight = static_cast<double>(own.weight);
        for (std::size_t i = 0; i < query_.size(); ++i) {
            if ((joined_words_ >> i & 1U) != 0 && next != nullptr)
                if (const double share = scorer_.joined_share(query_[i], own, *next, true);
                    share > 0)
                    add(i, share, weight + static_cast<double>(next->weight));
            if ((joined_pairs_ >> i & 1U) == 0)
                continue;
            if (const double share = scorer_.joined_share(own, query_[i], query_[i + 1], false);
                share > 0) {
                add(i, share, weight);
                add(i + 1, share, 0);
            }
        }
    }
}

void ListSearch::take_candidate(std::uint32_t name) {
    candidate_.clear();
    for (const std::uint32_t word : list_.words_of(name))
        candidate_.push_back(list_.name_word(word));
}

bool ListSearch::can_reach(std::uint32_t name, bool with_joined) {
    Reach reach = reach_of(name);
    if (with_joined)
        add_joined_reach(name, reach);
    double query = 0;
    bool is_whole = reach.is_whole;
    for (std::size_t i = 0; i < query_.size(); ++i) {
        is_whole = is_whole && best_[i] > 0;
        query += best_[i] * static_cast<double>(query_[i].weight);
    }
    if (reach.all <= 0 || query_weight_ <= 0)
        return false;
    if (reach.evidence < least_evidence_ - score_rounding && !is_whole && !with_joined)
        return false;
    const double list_share = std::min(reach.list / reach.all, 1.0);
    return name_score(query / query_weight_, list_share) >= least_score - score_rounding;
}

/// The same as similarity_of both words, by what was found of their sounds.
WordSimilarity ListSearch::similarity(std::size_t query_word, std::uint32_t list_word) const {
    const NameWord& own = query_[query_word];
    if (own.is_initial() || list_.is_initial(list_word))
        return similarity_of(own, list_.name_word(list_word), similarities_);
    std::uint32_t at = likeness_of_[list_.sound_of(list_word)];
    while (at != 0 && likenesses_[at].word != query_word)
        at = likenesses_[at].next;
    if (at == 0)
        return {};
    const SimilarSound& sound = *likenesses_[at].sound;
    if (sound.match != WordMatch::same)
        return {static_cast<double>(sound.share), sound.match, sound.edits};
    if (own.raw == list_.word_text(list_word))
        return {1, WordMatch::same, 0};
    const bool is_spelled =
        own.is_number() || (!has_digit(own.raw) && is_spelling(own, list_.name_word(list_word)));
    if (!is_spelled)
        return {};
    return {similarities_.spelling, WordMatch::spelling, 0};
}

/// The same as score_all, by what was found of the words' sounds.
NameScore ListSearch::score_found(std::uint32_t name, bool with_joined) {
    const auto words = list_.words_of(name);
    candidate_.clear();
    if (with_joined)
        take_candidate(name);
    else
        for (const std::uint32_t word : words)
            candidate_.push_back(
                {{}, {}, {}, list_.sound(list_.sound_of(word)).weight, false, {}, {}});
    scorer_.begin();
    for (std::size_t i = 0; i < query_.size(); ++i)
        for (std::size_t j = 0; j < words.size(); ++j)
            scorer_.add(query_, candidate_, i, j, similarity(i, words[j]));
    if (with_joined)
        scorer_.add_joined(query_, candidate_);
    return scorer_.finish(query_, candidate_);
}

NameScore ListSearch::score_all(std::uint32_t name) {
    take_candidate(name);
    return scorer_.score(query_, candidate_);
}

/// Of the names that were scored last.
std::vector<CounterPoint> ListSearch::doubts(std::uint32_t name) {
    take_candidate(name);
    const EntryKind kind = list_.kind(list_.name(name).entry);
    const DoubtedParty party = kind == EntryKind::person         ? DoubtedParty::person
                               : kind == EntryKind::organisation ? DoubtedParty::organisation
                                                                 : DoubtedParty::any;
    return doubts_of(query_, candidate_, scorer_.alignment(), party, words_.doubts());
}

void ListSearch::add_if_hit(std::uint32_t name, const NameScore& score) {
    if (score.score < least_score || score.evidence <= 0 ||
        (score.evidence < least_evidence_ && !score.complete))
        return;
    const double left = score.score - amount_of(doubts(name));
    if (left >= least_score)
        hits_.push_back({name, left});
}

WordSimilarity ListSearch::whole_similarity(std::uint32_t name) {
    take_candidate(name);
    return similarity_of(whole_query_, whole_name(candidate_, words_), similarities_);
}

/// Names that are the query in other words; a name that was found already keeps the better score.
void ListSearch::add_whole_hits() {
    const auto add = [&](std::uint32_t hash) {
        for (const HashedValue& value : list_.names_by_whole().find(hash))
            if (const double share = whole_similarity(value.value).share; share >= least_score)
                hits_.push_back({value.value, share});
    };
    if (!whole_query_.sound.empty())
        add(whole_hash_of_sound(whole_query_));
    if (!whole_query_.consonants.empty())
        add(whole_hash_of_consonants(whole_query_, true));
    std::sort(hits_.begin(), hits_.end(), [](const ListHit& left, const ListHit& right) {
        return left.name != right.name ? left.name < right.name : left.score > right.score;
    });
    hits_.erase(std::unique(hits_.begin(), hits_.end(),
                            [](const ListHit& left, const ListHit& right) {
                                return left.name == right.name;
                            }),
                hits_.end());
}

/// The candidates lie anywhere in the list's arrays, which are larger than the processor's cache:
/// it loads what the next ones need while it works on these.
void ListSearch::keep_reachable() {
    reachable_.clear();
    const auto sounds = blocking_keys_.open(query_words_);
    const auto names = candidates_.gather(query_words_, sounds, has_initial_);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i + names_ahead < names.size())
            list_.load_common_of(names[i + names_ahead]);
        const bool is_joined = i < candidates_.joined_count();
        if (!candidates_.can_reach(names[i], is_joined))
            continue;
        list_.load_place_of_words(names[i]);
        reachable_.push_back({names[i], is_joined});
    }
}

const std::vector<ListHit>& ListSearch::search(const ReadName& query) {
    take(query);
    place_likenesses();
    find_joined_words();
    find_joined_pairs();
    keep_reachable();
    for (std::size_t i = 0; i < reachable_.size(); ++i) {
        if (i + names_ahead < reachable_.size())
            list_.load_words_of(reachable_[i + names_ahead].name);
        const auto [name, is_joined] = reachable_[i];
        if (can_reach(name, is_joined))
            add_if_hit(name, score_found(name, is_joined));
    }
    candidates_.end();
    forget_likenesses();
    add_whole_hits();
    return hits_;
}

const std::vector<ListHit>& ListSearch::search_all(const ReadName& query) {
    take(query);
    for (auto name = static_cast<std::uint32_t>(wholes_.size()); name < list_.name_count();
         ++name) {
        take_candidate(name);
        wholes_.push_back(whole_name(candidate_, words_));
    }
    for (std::uint32_t name = 0; name < list_.name_count(); ++name) {
        const std::size_t known = hits_.size();
        add_if_hit(name, score_all(name));
        const double whole = similarity_of(whole_query_, wholes_[name], similarities_).share;
        if (whole < least_score)
            continue;
        if (hits_.size() == known)
            hits_.push_back({name, whole});
        else
            hits_.back().score = std::max(hits_.back().score, whole);
    }
    return hits_;
}

ListSearch::Explanation ListSearch::explain(const ReadName& query, std::uint32_t name) {
    take(query);
    Explanation explanation;
    explanation.score = score_all(name);
    explanation.alignment = scorer_.alignment();
    explanation.doubts = doubts(name);
    explanation.score.score -= amount_of(explanation.doubts);
    explanation.query = query_;
    explanation.list = candidate_;
    const WordSimilarity whole = whole_similarity(name);
    if (whole.share > explanation.score.score) {
        explanation.score.score = whole.share;
        explanation.doubts.clear();
        explanation.alignment = {{0, static_cast<std::uint8_t>(query_.size()), 0,
                                  static_cast<std::uint8_t>(candidate_.size()),
                                  static_cast<float>(whole.share), whole.match, 0}};
    }
    return explanation;
}

} // namespace preflag
