#include <preflag/base/text.h>
#include <preflag/names/word/consonants.h>
#include <preflag/watchlists/index/similar_words.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::size_t most_remembered = 1'000'000;

/// Of 16 bits.
constexpr std::uint32_t bits_of(std::uint32_t bits) {
    bits -= bits >> 1U & 0x5555U;
    bits = (bits & 0x3333U) + (bits >> 2U & 0x3333U);
    bits = (bits + (bits >> 4U)) & 0x0F0FU;
    return (bits + (bits >> 8U)) & 0x1FU;
}

/// By how many letters the sets of letters of two words differ at most, that are alike by edits: as
/// many of the edits as their lengths differ by change one, the others two.
constexpr std::uint32_t letters_changed(std::ptrdiff_t left, std::ptrdiff_t right) {
    const auto by_length = static_cast<std::size_t>(left > right ? left - right : right - left);
    const std::size_t edits = edits_allowed(static_cast<std::size_t>(std::min(left, right)));
    return static_cast<std::uint32_t>(2 * edits - std::min(by_length, 2 * edits));
}

} // namespace

std::optional<std::uint32_t> SimilarWords::sound_of(std::string_view folded) const {
    for (const HashedValue& value : list_.sounds_by_text().find(hash_of(folded)))
        if (list_.sound_text(value.value) == folded)
            return value.value;
    return std::nullopt;
}

/// With n pieces there are at most n - 1 edits. Of the pieces that are whole, one has no more edits
/// before it than pieces, and no more behind it than pieces: that bounds the places where it can
/// stand in the word.
void SimilarWords::find_by_edits() {
    const std::string_view text = word_.folded;
    const auto length = static_cast<std::ptrdiff_t>(text.size());
    const auto most = static_cast<std::ptrdiff_t>(edits_allowed(text.size() + 2));
    const std::uint32_t own_letters = letters_of(text);
    std::array<Segment, 3> room;
    for (std::ptrdiff_t size = std::max<std::ptrdiff_t>(length - most, 1); size <= length + most;
         ++size) {
        const auto segments = segments_of(static_cast<std::size_t>(size), room);
        const std::ptrdiff_t shift = length - size;
        const auto count = static_cast<std::ptrdiff_t>(segments.size());
        const std::uint32_t letters = letters_changed(length, size);
        for (std::ptrdiff_t number = 0; number < count; ++number) {
            const Segment& segment = segments[static_cast<std::size_t>(number)];
            const auto place = static_cast<std::ptrdiff_t>(segment.begin);
            const std::ptrdiff_t behind = count - 1 - number;
            const std::ptrdiff_t first =
                std::max({place - number, place + shift - behind, std::ptrdiff_t{0}});
            const std::ptrdiff_t last =
                std::min({place + number, place + shift + behind,
                          length - static_cast<std::ptrdiff_t>(segment.size)});
            const auto seed =
                segment_seed(static_cast<std::size_t>(size), static_cast<std::size_t>(number));
            for (std::ptrdiff_t at = first; at <= last; ++at) {
                const auto piece = text.substr(static_cast<std::size_t>(at), segment.size);
                for (const HashedValue& value :
                     list_.sounds_by_segment().find(hash_of(piece, seed)))
                    if (bits_of(list_.sound(value.value).letters ^ own_letters) <= letters)
                        candidates_.push_back(value.value);
            }
        }
    }
}

void SimilarWords::find_by_exchange() {
    if (edits_allowed(word_.folded.size()) != 1)
        return;
    exchanged_ = word_.folded;
    for (std::size_t i = 0; i + 1 < exchanged_.size(); ++i) {
        if (exchanged_[i] == exchanged_[i + 1])
            continue;
        std::swap(exchanged_[i], exchanged_[i + 1]);
        for (const HashedValue& value : list_.sounds_by_text().find(hash_of(exchanged_)))
            candidates_.push_back(value.value);
        std::swap(exchanged_[i], exchanged_[i + 1]);
    }
}

void SimilarWords::find_by_consonants() {
    const HashIndex& index =
        word_.without_vowels ? list_.sounds_by_consonants() : list_.abjad_by_consonants();
    const auto find = [&](std::string_view consonants) {
        if (consonants.size() < least_consonants)
            return;
        for (const HashedValue& value : index.find(hash_of(consonants)))
            candidates_.push_back(value.value);
    };
    if (!word_.without_vowels)
        return find(consonants_of(word_.folded));
    for (const std::string_view text : {word_.folded, word_.sound})
        for (const std::string& consonants : latin_consonants(abjad_consonants_of(text)))
            find(consonants);
}

void SimilarWords::compare_candidates(Found& found) {
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    for (const std::uint32_t sound : candidates_) {
        if (sound == found.own_sound)
            continue;
        const CompiledList::Sound& facts = list_.sound(sound);
        const WordSimilarity likeness =
            similarity_of(word_,
                          SoundedWord{list_.sound_text(sound),
                                      facts.without_vowels(),
                                      {},
                                      list_.class_of(sound) == WordClass::common},
                          similarities_);
        // Few are alike, so that it is cheaper to look for digits last.
        if (likeness.share > 0 && !has_digit(list_.sound_text(sound)))
            found.sounds.push_back({sound, facts.weight, static_cast<float>(likeness.share),
                                    likeness.match, likeness.edits, facts.common()});
    }
}

/// A sound that is like the word by edits, too, has the larger share of both.
void SimilarWords::add_spellings(const ReadName::Word& word, Found& found) {
    const auto share = static_cast<float>(similarities_.orthography);
    for (const std::string& spelling : word.spellings) {
        const auto sound = sound_of(spelling);
        if (!sound || sound == found.own_sound)
            continue;
        const CompiledList::Sound& facts = list_.sound(*sound);
        const auto known =
            std::find_if(found.sounds.begin(), found.sounds.end(),
                         [&](const SimilarSound& other) { return other.sound == *sound; });
        if (known == found.sounds.end())
            found.sounds.push_back(
                {*sound, facts.weight, share, WordMatch::orthography, 0, facts.common()});
        else if (known->share < share)
            *known = {*sound, facts.weight, share, WordMatch::orthography, 0, facts.common()};
    }
}

const SimilarWords::Found& SimilarWords::find(const ReadName::Word& word) {
    const bool is_number = word.word_class == WordClass::number;
    const bool is_initial = word.raw.size() == 1 && !is_number;
    const bool with_digit = is_number || has_digit(word.raw);
    key_ = word.folded;
    key_ += is_initial ? '1' : with_digit ? '#' : word.without_vowels ? '~' : ' ';
    if (word.without_vowels)
        key_ += word.sound;
    for (const std::string& spelling : word.spellings)
        key_ += ' ' + spelling;
    const auto [place, is_new] = known_.try_emplace(key_);
    Found& found = place->second;
    if (!is_new)
        return found;
    found.own_sound = sound_of(word.folded);
    if (!is_initial && found.own_sound) {
        const CompiledList::Sound& facts = list_.sound(*found.own_sound);
        found.sounds.push_back(
            {*found.own_sound, facts.weight, 1, WordMatch::same, 0, facts.common()});
    }
    if (!is_initial && !with_digit) {
        word_ = {word.folded, word.without_vowels, word.sound,
                 word.word_class == WordClass::common};
        candidates_.clear();
        find_by_edits();
        find_by_exchange();
        find_by_consonants();
        compare_candidates(found);
    }
    add_spellings(word, found);
    std::sort(found.sounds.begin(), found.sounds.end(),
              [](const SimilarSound& left, const SimilarSound& right) {
                  return left.weight != right.weight ? left.weight < right.weight
                                                     : left.sound < right.sound;
              });
    for (const SimilarSound& sound : found.sounds) {
        found.most_share = std::max(found.most_share, sound.share);
        found.most_found = std::max(found.most_found, sound.share * sound.weight);
    }
    remembered_ += found.sounds.size() + 8;
    return found;
}

void SimilarWords::forget_many() {
    if (remembered_ < most_remembered)
        return;
    known_.clear();
    remembered_ = 0;
}

} // namespace preflag
