#include <preflag/base/text.h>
#include <preflag/names/word/consonants.h>
#include <preflag/names/word/word_similarity.h>
#include <preflag/watchlists/index/compiled_list.h>

#include <algorithm>
#include <limits>

namespace preflag {

std::string_view CompiledList::text_at(std::uint32_t begin) const {
    return {texts_.data() + begin};
}

std::string_view CompiledList::name_text(std::uint32_t index) const {
    return text_at(names_[index].text);
}

std::string_view CompiledList::word_text(std::uint32_t word) const {
    return text_at(words_[word].text);
}

std::string_view CompiledList::spoken_text(std::uint32_t word) const {
    return text_at(words_[word].spoken);
}

std::string_view CompiledList::sound_text(std::uint32_t index) const {
    const Sound& sound = sounds_[index];
    if (sound.size == std::numeric_limits<std::uint8_t>::max())
        return text_at(sound.text);
    return {texts_.data() + sound.text, sound.size};
}

std::span<const std::uint32_t> CompiledList::keyed_names(std::uint32_t sound) const {
    return {postings_.data() + sounds_[sound].keyed, sounds_[sound].unkeyed - sounds_[sound].keyed};
}

std::span<const std::uint32_t> CompiledList::unkeyed_names(std::uint32_t sound) const {
    return {postings_.data() + sounds_[sound].unkeyed,
            sounds_[sound + 1].keyed - sounds_[sound].unkeyed};
}

std::uint32_t CompiledList::first_name(std::uint32_t entry) const {
    const auto place = std::lower_bound(
        names_.begin(), names_.end() - 1, entry,
        [](const Name& name, std::uint32_t wanted) { return name.entry < wanted; });
    return static_cast<std::uint32_t>(place - names_.begin());
}

float CompiledList::weight_of_unknown(WordClass word_class) const {
    return weights_[static_cast<std::size_t>(word_class)];
}

std::string_view CompiledList::fact(std::uint32_t entry, std::size_t index) const {
    std::uint32_t begin = entries_[entry].facts;
    for (; index > 0; --index)
        begin += static_cast<std::uint32_t>(text_at(begin).size()) + 1;
    return text_at(begin);
}

std::vector<std::string_view> CompiledList::facts(std::uint32_t entry, std::size_t index) const {
    std::vector<std::string_view> values;
    std::string_view rest = fact(entry, index);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        values.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return values;
}

std::vector<std::string_view> CompiledList::programmes(std::uint32_t entry) const {
    return facts(entry, 1);
}
std::vector<std::string_view> CompiledList::countries(std::uint32_t entry) const {
    return facts(entry, 2);
}
std::vector<std::string_view> CompiledList::birth_dates(std::uint32_t entry) const {
    return facts(entry, 3);
}
std::vector<std::string_view> CompiledList::addresses(std::uint32_t entry) const {
    return facts(entry, 4);
}
std::vector<std::string_view> CompiledList::identifiers(std::uint32_t entry) const {
    return facts(entry, 5);
}

std::size_t CompiledList::bytes() const {
    return entries_.size() * sizeof(Entry) + names_.size() * sizeof(Name) + measures_.size() +
           common_.size() * sizeof(std::uint32_t) + name_words_.size() * sizeof(std::uint32_t) +
           words_.size() * sizeof(Word) + sounds_.size() * sizeof(Sound) +
           postings_.size() * sizeof(std::uint32_t) + texts_.size() + sounds_by_text_.bytes() +
           sounds_by_segment_.bytes() + sounds_by_consonants_.bytes() +
           abjad_by_consonants_.bytes() + names_by_join_.bytes() + names_by_whole_.bytes() +
           classes_.size() + entries_by_identifier_.bytes();
}

std::span<const Segment> segments_of(std::size_t size, std::array<Segment, 3>& segments) {
    const std::size_t edits = edits_allowed(size);
    if (edits == 0 || size > longest_edited_word)
        return {};
    const std::size_t count = edits + 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t length = (size - begin) / (count - i);
        segments[i] = {begin, length};
        begin += length;
    }
    return {segments.data(), count};
}

std::uint32_t join_hash_of_consonants(std::string_view consonants) {
    constexpr std::uint32_t seed = 4;
    return hash_of(consonants, seed);
}

std::uint32_t whole_hash_of_sound(const WholeName& whole) {
    constexpr std::uint32_t seed = 1;
    return hash_of(whole.sound, seed);
}

std::uint32_t whole_hash_of_consonants(const WholeName& whole, bool of_other_script) {
    constexpr std::uint32_t of_vowelled = 2;
    constexpr std::uint32_t of_abjad = 3;
    return hash_of(coarse_consonants(whole.consonants),
                   whole.without_vowels != of_other_script ? of_abjad : of_vowelled);
}

std::string identifier_key(std::string_view identifier) {
    constexpr std::size_t least = 6;
    constexpr std::string_view ship = "imo";
    constexpr std::size_t labelled_ship = 10;
    std::string key;
    for (const char c : identifier)
        if (is_ascii_letter(c) || is_ascii_digit(c))
            key += ascii_lower(c);
    if (key.size() == labelled_ship && key.starts_with(ship))
        key.erase(0, ship.size());
    if (key.size() < least || key.find_first_of("0123456789") == std::string::npos)
        key.clear();
    return key;
}

} // namespace preflag
