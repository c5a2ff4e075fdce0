#include <preflag/parties/list_search.h>

#include <algorithm>
#include <array>

namespace preflag {

ListSearch::ListSearch(const CompiledList& list, const NameWords& words, double least_evidence)
    : list_(list), words_(words), scorer_(words.similarities()),
      similarities_(words.similarities()), least_evidence_(least_evidence),
      seen_(list.name_count(), 0), likeness_of_(list.sound_count(), 0) {}

float ListSearch::weight_of(const ReadName::Word& word) const {
    for (const HashedValue& value : list_.sounds_by_text().find(hash_of(word.folded)))
        if (list_.sound_text(value.value) == word.folded)
            return list_.sound(value.value).weight;
    return list_.weight_of_unknown(word.word_class);
}

void ListSearch::take(const ReadName& query) {
    query_.clear();
    hits_.clear();
    query_weight_ = 0;
    has_initial_ = false;
    for (const ReadName::Word& word : query.words) {
        query_.push_back({word.raw, word.folded, word.sound, weight_of(word), word.without_vowels});
        query_weight_ += static_cast<double>(query_.back().weight);
        has_initial_ = has_initial_ || query_.back().is_initial();
    }
    if (++round_ == 0) {
        std::fill(seen_.begin(), seen_.end(), 0U);
        round_ = 1;
    }
}

void ListSearch::forget() {
    for (const std::uint32_t sound : similar_sounds_)
        likeness_of_[sound] = 0;
    similar_sounds_.clear();
    likenesses_.clear();
}

/// The share is that of the sounds, so at least that of any two words with these sounds.
void ListSearch::consider_sound(std::size_t word, std::uint32_t sound) {
    std::uint32_t& place = likeness_of_[sound];
    if (place != 0 && (likenesses_[place - 1U].query_words >> word & 1U) != 0)
        return;
    const std::string_view text = list_.sound_text(sound);
    const NameWord& own = query_[word];
    const NameWord heard{own.folded, own.folded, {}, 0, own.without_vowels};
    const NameWord listed{text, text, {}, 0, list_.sound(sound).without_vowels};
    const double share = similarity_of(heard, listed, similarities_).share;
    if (share <= 0)
        return;
    if (place == 0) {
        likenesses_.emplace_back();
        place = static_cast<std::uint32_t>(likenesses_.size());
        similar_sounds_.push_back(sound);
    }
    Likeness& likeness = likenesses_[place - 1U];
    likeness.query_words |= 1U << word;
    likeness.share = std::max(likeness.share, static_cast<float>(share));
}

/// With n pieces there are at most n - 1 edits. Of the pieces that are whole, one has no more edits
/// before it than pieces, and no more behind it than pieces: that bounds the places where it can
/// stand in the query's word.
void ListSearch::find_by_edits(std::size_t word) {
    const std::string_view text = query_[word].folded;
    const auto length = static_cast<std::ptrdiff_t>(text.size());
    const auto most = static_cast<std::ptrdiff_t>(edits_allowed(text.size() + 2));
    std::array<Segment, 3> room;
    for (std::ptrdiff_t size = std::max<std::ptrdiff_t>(length - most, 1); size <= length + most;
         ++size) {
        const auto segments = segments_of(static_cast<std::size_t>(size), room);
        const std::ptrdiff_t shift = length - size;
        const auto count = static_cast<std::ptrdiff_t>(segments.size());
        for (std::ptrdiff_t number = 0; number < count; ++number) {
            const Segment& segment = segments[static_cast<std::size_t>(number)];
            const auto place = static_cast<std::ptrdiff_t>(segment.begin);
            const std::ptrdiff_t behind = count - 1 - number;
            const std::ptrdiff_t first =
                std::max({place - number, place + shift - behind, std::ptrdiff_t{0}});
            const std::ptrdiff_t last =
                std::min({place + number, place + shift + behind,
                          length - static_cast<std::ptrdiff_t>(segment.size)});
            for (std::ptrdiff_t at = first; at <= last; ++at) {
                const auto piece = text.substr(static_cast<std::size_t>(at), segment.size);
                const auto seed =
                    segment_seed(static_cast<std::size_t>(size), static_cast<std::size_t>(number));
                for (const HashedValue& value :
                     list_.sounds_by_segment().find(hash_of(piece, seed)))
                    consider_sound(word, value.value);
            }
        }
    }
}

/// Words with a single edit allowed: an exchange counts one, but breaks both pieces of a word.
void ListSearch::find_by_exchange(std::size_t word) {
    std::string text(query_[word].folded);
    if (edits_allowed(text.size()) != 1)
        return;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == text[i + 1])
            continue;
        std::swap(text[i], text[i + 1]);
        for (const HashedValue& value : list_.sounds_by_text().find(hash_of(text)))
            consider_sound(word, value.value);
        std::swap(text[i], text[i + 1]);
    }
}

void ListSearch::find_by_consonants(std::size_t word) {
    const NameWord& own = query_[word];
    const std::string consonants = consonants_of(own.folded);
    if (consonants.size() < least_consonants)
        return;
    const HashIndex& index =
        own.without_vowels ? list_.sounds_by_consonants() : list_.abjad_by_consonants();
    for (const HashedValue& value : index.find(hash_of(consonants)))
        consider_sound(word, value.value);
}

void ListSearch::find_similar_words() {
    for (std::size_t word = 0; word < query_.size(); ++word) {
        if (query_[word].is_initial())
            continue;
        for (const HashedValue& value : list_.sounds_by_text().find(hash_of(query_[word].folded)))
            consider_sound(word, value.value);
        if (query_[word].has_digit())
            continue;
        find_by_edits(word);
        find_by_exchange(word);
        find_by_consonants(word);
    }
}

void ListSearch::find_joined() {
    const auto score = [&](std::uint32_t name) { score_names({&name, 1}, true); };
    for (std::size_t i = 0; i < query_.size(); ++i) {
        if (query_[i].sound.size() >= least_joined)
            for (const HashedValue& value : list_.names_by_join().find(hash_of(query_[i].sound)))
                score(value.value);
        if (i + 1 >= query_.size())
            continue;
        join_sounds(query_[i].sound, query_[i + 1].sound, joined_);
        if (joined_.size() < least_joined)
            continue;
        for (const HashedValue& value :
             list_.sounds_by_text().find(hash_of(words_.common_of(joined_)))) {
            score_names(list_.keyed_names(value.value), true);
            score_names(list_.unkeyed_names(value.value), true);
        }
    }
}

bool ListSearch::can_reach(std::uint32_t name) const {
    constexpr double rounding = 1e-5;
    double all = 0;
    double found = 0;
    std::uint32_t query_words = 0;
    for (const std::uint32_t word : list_.words_of(name)) {
        const std::uint32_t sound = list_.sound_of(word);
        const auto weight = static_cast<double>(list_.sound(sound).weight);
        all += weight;
        if (list_.word_text(word).size() == 1) {
            found += weight;
            query_words = ~0U;
        } else if (const std::uint32_t place = likeness_of_[sound]; place != 0) {
            const Likeness& likeness = likenesses_[place - 1U];
            found += weight * static_cast<double>(likeness.share);
            query_words |= likeness.query_words;
        }
    }
    double query_found = 0;
    for (std::size_t i = 0; i < query_.size(); ++i)
        if ((query_words >> i & 1U) != 0 || query_[i].is_initial())
            query_found += static_cast<double>(query_[i].weight);
    if (all <= 0 || query_weight_ <= 0)
        return false;
    return name_score(query_found / query_weight_, found / all) >= least_score - rounding;
}

NameScore ListSearch::score_name(std::uint32_t name) {
    candidate_.clear();
    for (const std::uint32_t word : list_.words_of(name)) {
        const std::uint32_t sound = list_.sound_of(word);
        candidate_.push_back({list_.word_text(word), list_.sound_text(sound),
                              list_.spoken_text(word), list_.sound(sound).weight,
                              list_.sound(sound).without_vowels});
    }
    return scorer_.score(query_, candidate_);
}

void ListSearch::add_if_hit(std::uint32_t name) {
    const NameScore score = score_name(name);
    if (score.score >= least_score && score.evidence > 0 &&
        (score.evidence >= least_evidence_ || score.complete))
        hits_.push_back({name, score.score});
}

void ListSearch::score_names(std::span<const std::uint32_t> names, bool always) {
    for (const std::uint32_t name : names) {
        if (seen_[name] == round_)
            continue;
        seen_[name] = round_;
        if (always || has_initial_ || can_reach(name))
            add_if_hit(name);
    }
}

const std::vector<ListHit>& ListSearch::search(const ReadName& query) {
    take(query);
    find_joined();
    find_similar_words();
    for (const std::uint32_t sound : similar_sounds_) {
        score_names(list_.keyed_names(sound), false);
        if (has_initial_)
            score_names(list_.unkeyed_names(sound), false);
    }
    forget();
    std::sort(hits_.begin(), hits_.end(),
              [](const ListHit& left, const ListHit& right) { return left.name < right.name; });
    return hits_;
}

const std::vector<ListHit>& ListSearch::search_all(const ReadName& query) {
    take(query);
    for (std::uint32_t name = 0; name < list_.name_count(); ++name)
        add_if_hit(name);
    return hits_;
}

ListSearch::Explanation ListSearch::explain(const ReadName& query, std::uint32_t name) {
    take(query);
    Explanation explanation;
    explanation.score = score_name(name);
    explanation.query = query_;
    explanation.list = candidate_;
    explanation.alignment = scorer_.alignment();
    return explanation;
}

} // namespace preflag
