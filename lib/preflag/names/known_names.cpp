#include <preflag/names/cell/party_cell.h>
#include <preflag/names/known_names.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace preflag {

namespace {

/// The mean of two shares in which only spelling and division may differ.
constexpr double least_score = 0.9;

/// What two names of one party have at least one of in common.
std::set<std::string> keys_of(const ReadName& name) {
    std::set<std::string> keys;
    std::string joined;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
        keys.insert(name.words[i].folded);
        keys.insert(name.words[i].sound);
        if (i + 1 < name.words.size()) {
            join_sounds(name.words[i].sound, name.words[i + 1].sound, joined);
            keys.insert(joined);
        }
    }
    return keys;
}

float weight_of(WordClass word_class, const NameWeights& weights) {
    switch (word_class) {
    case WordClass::common:
        return static_cast<float>(weights.common);
    case WordClass::generic:
        return static_cast<float>(weights.generic);
    case WordClass::particle:
        return static_cast<float>(weights.particle);
    case WordClass::number:
        return static_cast<float>(weights.number);
    case WordClass::initial:
        return static_cast<float>(weights.initial);
    case WordClass::patronymic:
        return static_cast<float>(weights.patronymic);
    case WordClass::ordinary:
        break;
    }
    return 1;
}

} // namespace

KnownNames::KnownNames(const NameVocabulary& words)
    : words_(words), reader_(words), scorer_(words) {}

std::vector<NameWord> KnownNames::words_of(const ReadName& name) const {
    std::vector<NameWord> words;
    for (const ReadName::Word& word : name.words)
        words.push_back({word.raw,
                         word.folded,
                         word.sound,
                         weight_of(word.word_class, words_.weights()),
                         word.without_vowels,
                         word.word_class,
                         {}});
    return words;
}

bool KnownNames::add(std::string_view name, std::uint32_t owner) {
    const ReadName& read = reader_.read(name);
    if (read.words.empty())
        return false;
    const auto place = static_cast<std::uint32_t>(names_.size());
    for (const std::string& key : keys_of(read))
        by_word_[key].push_back(place);
    names_.push_back({read, owner});
    return true;
}

std::set<std::uint32_t> KnownNames::owners_of(std::string_view name) {
    const ReadName& read = reader_.read(name);
    const std::vector<NameWord> query = words_of(read);
    std::set<std::uint32_t> candidates;
    for (const std::string& key : keys_of(read))
        if (const auto found = by_word_.find(key); found != by_word_.end())
            candidates.insert(found->second.begin(), found->second.end());
    std::set<std::uint32_t> owners;
    for (const std::uint32_t place : candidates) {
        const NameScore score = scorer_.score(query, words_of(names_[place].read));
        if (score.complete && score.score >= least_score)
            owners.insert(names_[place].owner);
    }
    return owners;
}

std::vector<std::uint32_t> KnownNames::find(std::string_view field) {
    const PartyCell cell = read_party_cell(field, words_);
    std::map<std::size_t, std::set<std::uint32_t>> by_piece;
    for (const NameReading& reading : cell.readings)
        if (reading.is_head && reading.piece != NameReading::whole_cell)
            by_piece[reading.piece].merge(owners_of(reading.text));
    std::vector<std::uint32_t> owners;
    bool is_first = true;
    for (const auto& [piece, found] : by_piece) {
        std::vector<std::uint32_t> both;
        std::set_intersection(owners.begin(), owners.end(), found.begin(), found.end(),
                              std::back_inserter(both));
        owners = is_first ? std::vector(found.begin(), found.end()) : both;
        is_first = false;
    }
    return owners;
}

std::string KnownNames::key_of(std::string_view name) {
    std::vector<std::string> words;
    for (const ReadName::Word& word : reader_.read(name).words)
        words.push_back(word.folded);
    std::sort(words.begin(), words.end());
    std::string key;
    for (const std::string& word : words)
        key += word + ' ';
    return key;
}

} // namespace preflag
