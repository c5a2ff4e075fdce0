#include <preflag/base/text.h>
#include <preflag/names/word/consonants.h>
#include <preflag/names/word/word_similarity.h>
#include <preflag/watchlists/index/compiled_list.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace preflag {

namespace {

std::uint8_t short_size(std::string_view text) {
    constexpr std::size_t most = std::numeric_limits<std::uint8_t>::max();
    return static_cast<std::uint8_t>(std::min(text.size(), most));
}

} // namespace

/// Builds a compiled list: first all words and how many names have them, then weights, then key
/// words and tables.
class ListCompiler {
  public:
    explicit ListCompiler(const NameVocabulary& words) : name_words_(words), reader_(words) {}

    CompiledList compile(const ListContents& contents) {
        for (const ListEntry& entry : contents.entries)
            add(entry);
        list_.entries_by_identifier_ = HashIndex(identifiers_);
        const auto end = static_cast<std::uint32_t>(list_.name_words_.size());
        list_.names_.push_back({0, 0, end, NameQuality::primary});
        weigh();
        number_common_sounds();
        measure_names();
        index_names();
        index_sounds();
        list_.entries_.shrink_to_fit();
        list_.names_.shrink_to_fit();
        list_.name_words_.shrink_to_fit();
        list_.words_.shrink_to_fit();
        list_.texts_.shrink_to_fit();
        return std::move(list_);
    }

  private:
    std::uint32_t add_text(std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(list_.texts_.size());
        list_.texts_.insert(list_.texts_.end(), text.begin(), text.end());
        list_.texts_.push_back('\0');
        return begin;
    }

    void add_facts(const std::vector<std::string>& values) {
        std::string text;
        for (const std::string& value : values)
            text += text.empty() ? value : '\n' + value;
        add_text(text);
    }

    void add(const ListEntry& entry) {
        const auto index = static_cast<std::uint32_t>(list_.entries_.size());
        list_.entries_.push_back({add_text(entry.id), entry.kind});
        add_facts(entry.programmes);
        add_facts(entry.countries);
        add_facts(entry.birth_dates);
        add_facts(entry.addresses);
        add_facts(entry.identifiers);
        for (const std::string& identifier : entry.identifiers)
            if (const std::string key = identifier_key(identifier); !key.empty())
                identifiers_.push_back({hash_of(key), index});
        for (const ListName& name : entry.names)
            add_name(name, index);
        add_acronyms(entry, index);
    }

    /// "IRSL" as a name of its own where the publisher has it in brackets behind a name only.
    void add_acronyms(const ListEntry& entry, std::uint32_t index) {
        constexpr std::size_t least = 4; // shorter ones are too common
        for (const ListName& name : entry.names) {
            const std::string_view acronym = bracketed_acronym(name.text);
            const bool is_known =
                std::any_of(entry.names.begin(), entry.names.end(),
                            [&](const ListName& other) { return other.text == acronym; });
            if (acronym.size() >= least && !is_known)
                add_name({std::string(acronym), NameQuality::alias}, index);
        }
    }

    void add_name(const ListName& name, std::uint32_t entry) {
        list_.names_.push_back({entry, add_text(name.text),
                                static_cast<std::uint32_t>(list_.name_words_.size()),
                                name.quality});
        for (const ReadName::Word& word : reader_.read(name.text).words) {
            const std::uint32_t id = word_of(word);
            list_.name_words_.push_back(id);
            SoundFacts& sound = sounds_[list_.sound_of(id)];
            sound.without_vowels = sound.without_vowels || word.without_vowels;
            if (sound.last_entry != entry + 1) {
                sound.last_entry = entry + 1;
                ++sound.entries;
            }
        }
    }

    std::uint32_t word_of(const ReadName::Word& word) {
        // The same letters are two words when one of them is Arabic or Hebrew: other variants.
        const auto [place, is_new] =
            word_ids_.try_emplace(word.without_vowels ? word.raw + '~' : word.raw,
                                  static_cast<std::uint32_t>(list_.words_.size()));
        if (is_new) {
            const auto [sound, is_new_sound] =
                sound_ids_.try_emplace(word.folded, static_cast<std::uint32_t>(sounds_.size()));
            if (is_new_sound) {
                sounds_.emplace_back();
                sounds_.back().word_class = word.word_class;
                list_.sounds_.push_back({add_text(word.folded), 0, 0, 0, letters_of(word.folded),
                                         short_size(word.folded), 0});
            }
            const std::uint32_t folded = list_.sounds_[sound->second].text;
            const std::uint32_t text = word.raw == word.folded ? folded : add_text(word.raw);
            const std::uint32_t spoken = word.sound == word.folded ? folded
                                         : word.sound == word.raw  ? text
                                                                   : add_text(word.sound);
            const bool is_letter = word.raw.size() == 1 && word.word_class != WordClass::number;
            const std::uint32_t is_initial = is_letter ? 1 : 0;
            list_.words_.push_back({text, spoken, sound->second * 2 + is_initial});
        }
        return place->second;
    }

    /// 1 for a word of one entry, less for common ones, by the logarithm of their number. A short
    /// list says nothing of rarity.
    [[nodiscard]] double rarity(std::size_t entries) const {
        constexpr double least_list = 1000;
        const double all = std::max(static_cast<double>(list_.entry_count()), least_list) + 1;
        return std::max(std::log(all / static_cast<double>(std::max<std::size_t>(entries, 1))) /
                            std::log(all),
                        name_words_.weights().least);
    }

    [[nodiscard]] double weight(WordClass word_class, std::size_t entries) const {
        const NameWeights& weights = name_words_.weights();
        switch (word_class) {
        case WordClass::generic:
            return std::min(weights.generic, rarity(entries));
        case WordClass::particle:
            return weights.particle;
        case WordClass::number:
            return weights.number;
        case WordClass::initial:
            return weights.initial;
        case WordClass::patronymic:
            return std::min(weights.patronymic, rarity(entries));
        case WordClass::common:
            return std::min(weights.common, rarity(entries));
        case WordClass::ordinary:
            break;
        }
        return rarity(entries);
    }

    void weigh() {
        for (std::size_t i = 0; i < sounds_.size(); ++i) {
            list_.sounds_[i].weight =
                static_cast<float>(weight(sounds_[i].word_class, sounds_[i].entries));
            list_.sounds_[i].traits = sounds_[i].without_vowels ? 1 : 0;
            list_.classes_.push_back(static_cast<std::uint8_t>(sounds_[i].word_class));
        }
        for (const WordClass word_class :
             {WordClass::ordinary, WordClass::common, WordClass::generic, WordClass::particle,
              WordClass::number, WordClass::initial, WordClass::patronymic})
            list_.weights_.push_back(static_cast<float>(weight(word_class, 1)));
        float heaviest = 0;
        for (std::uint32_t word = 0; word < list_.words_.size(); ++word)
            if (list_.is_initial(word))
                heaviest = std::max(heaviest, weight_of(word));
        list_.weights_.push_back(heaviest);
    }

    [[nodiscard]] float weight_of(std::uint32_t word) const {
        return list_.sounds_[list_.sound_of(word)].weight;
    }

    void number_common_sounds() {
        std::vector<std::uint32_t> order(sounds_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto count = std::min(order.size(), CompiledList::common_sounds);
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(count);
        std::partial_sort(order.begin(), end, order.end(),
                          [&](std::uint32_t left, std::uint32_t right) {
                              return sounds_[left].entries != sounds_[right].entries
                                         ? sounds_[left].entries > sounds_[right].entries
                                         : left < right;
                          });
        for (std::size_t number = 0; number < count; ++number)
            list_.sounds_[order[number]].traits |= static_cast<std::uint8_t>(2 * (number + 1));
    }

    void measure_names() {
        constexpr double most = CompiledList::with_initial - 1;
        list_.measures_.resize(list_.name_count());
        list_.common_.resize(list_.name_count());
        for (std::uint32_t name = 0; name < list_.name_count(); ++name) {
            double all = 0;
            for (const std::uint32_t word : list_.words_of(name))
                all += static_cast<double>(weight_of(word));
            const double steps = std::min(all * CompiledList::weight_steps, most);
            list_.measures_[name] = static_cast<std::uint8_t>(steps);
            number_words(name);
        }
    }

    /// Sets what is common and what is an initial among the words of a name.
    void number_words(std::uint32_t name) {
        constexpr std::uint32_t many = 3;
        std::uint32_t common = 0;
        std::uint32_t initials = 0;
        bool has_twice = false;
        seen_.clear();
        for (const std::uint32_t word : list_.words_of(name)) {
            const std::uint32_t sound = list_.sound_of(word);
            has_twice = has_twice || std::find(seen_.begin(), seen_.end(), sound) != seen_.end();
            seen_.push_back(sound);
            if (const int number = list_.sounds_[sound].common(); number >= 0)
                common |= 1U << static_cast<unsigned>(number);
            if (list_.is_initial(word) && initials++ == 0)
                common |= CompiledList::letter_number(list_.word_text(word).front())
                          << CompiledList::common_sounds;
        }
        if (initials > 0)
            list_.measures_[name] |= CompiledList::with_initial;
        const std::uint32_t count = has_twice ? many : std::min(initials, many);
        list_.common_[name] = common | count << (CompiledList::common_sounds + 5U);
    }

    /// The places of a name's key words: the heaviest that can be looked up, until the rest weighs
    /// less than the share.
    void find_key_words(std::span<const std::uint32_t> words, std::vector<bool>& is_key) {
        constexpr double rounding = 1e-6;
        is_key.assign(words.size(), false);
        order_.resize(words.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        const auto weight_at = [&](std::size_t i) {
            return static_cast<double>(weight_of(words[i]));
        };
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t left, std::size_t right) {
            return weight_at(left) > weight_at(right);
        });
        double all = 0;
        for (std::size_t i = 0; i < words.size(); ++i)
            all += weight_at(i);
        double rest = all;
        for (const std::size_t i : order_) {
            if (rest < CompiledList::key_share * all - rounding)
                break;
            if (list_.is_initial(words[i]))
                continue; // an initial: it can be aligned without being found
            is_key[i] = true;
            rest -= weight_at(i);
        }
    }

    void index_names() {
        std::vector<std::vector<std::uint32_t>> keyed(sounds_.size());
        std::vector<std::vector<std::uint32_t>> unkeyed(sounds_.size());
        std::vector<HashedValue> joins;
        std::vector<HashedValue> wholes;
        std::vector<bool> is_key;
        for (std::uint32_t name = 0; name < list_.name_count(); ++name) {
            const auto words = list_.words_of(name);
            find_key_words(words, is_key);
            for (std::size_t i = 0; i < words.size(); ++i) {
                auto& lists = is_key[i] ? keyed : unkeyed;
                auto& names = lists[list_.sound_of(words[i])];
                if (names.empty() || names.back() != name)
                    names.push_back(name);
            }
            for (std::size_t i = 0; i + 1 < words.size(); ++i)
                add_joins(list_.name_word(words[i]), list_.name_word(words[i + 1]), name, joins);
            add_whole(words, name, wholes);
        }
        for (std::size_t i = 0; i < sounds_.size(); ++i) {
            list_.sounds_[i].keyed = static_cast<std::uint32_t>(list_.postings_.size());
            append(keyed[i]);
            list_.sounds_[i].unkeyed = static_cast<std::uint32_t>(list_.postings_.size());
            append(unkeyed[i]);
        }
        list_.sounds_.push_back(
            {0, static_cast<std::uint32_t>(list_.postings_.size()), 0, 0, 0, 0, 0});
        list_.names_by_join_ = HashIndex(joins);
        list_.names_by_whole_ = HashIndex(wholes);
    }

    /// Two words in one: as they sound, and as the name that they are a variant of.
    void add_joins(const NameWord& first, const NameWord& second, std::uint32_t name,
                   std::vector<HashedValue>& joins) {
        std::string joined;
        join_sounds(first.sound, second.sound, joined);
        if (joined.size() < least_joined)
            return;
        joins.push_back({hash_of(joined), name});
        const std::string common =
            name_words_.common_of(joined, first.without_vowels && second.without_vowels);
        if (common != joined)
            joins.push_back({hash_of(common), name});
        if (first.without_vowels && second.without_vowels)
            for (const std::string& own : latin_consonants(abjad_consonants_of(joined)))
                joins.push_back({join_hash_of_consonants(own), name});
    }

    void add_whole(std::span<const std::uint32_t> words, std::uint32_t name,
                   std::vector<HashedValue>& wholes) {
        whole_words_.clear();
        for (const std::uint32_t word : words)
            whole_words_.push_back(list_.name_word(word));
        const WholeName whole = whole_name(whole_words_, name_words_);
        if (!whole.sound.empty())
            wholes.push_back({whole_hash_of_sound(whole), name});
        if (!whole.consonants.empty())
            wholes.push_back({whole_hash_of_consonants(whole), name});
    }

    void append(const std::vector<std::uint32_t>& names) {
        list_.postings_.insert(list_.postings_.end(), names.begin(), names.end());
    }

    void index_sounds() {
        std::vector<HashedValue> texts;
        std::vector<HashedValue> segments;
        std::vector<HashedValue> consonants;
        std::vector<HashedValue> abjad;
        std::array<Segment, 3> room;
        for (std::uint32_t i = 0; i < sounds_.size(); ++i) {
            const std::string_view text = list_.sound_text(i);
            texts.push_back({hash_of(text), i});
            const auto pieces = segments_of(text.size(), room);
            for (std::size_t number = 0; number < pieces.size(); ++number)
                segments.push_back({hash_of(text.substr(pieces[number].begin, pieces[number].size),
                                            segment_seed(text.size(), number)),
                                    i});
            index_consonants(i, consonants, abjad);
        }
        list_.sounds_by_text_ = HashIndex(texts);
        list_.sounds_by_segment_ = HashIndex(segments);
        list_.sounds_by_consonants_ = HashIndex(consonants);
        list_.abjad_by_consonants_ = HashIndex(abjad);
    }

    /// A word without vowels by all consonants that it may be, and by the usual ones.
    void index_consonants(std::uint32_t sound, std::vector<HashedValue>& all,
                          std::vector<HashedValue>& abjad) const {
        const std::string_view text = list_.sound_text(sound);
        if (!sounds_[sound].without_vowels) {
            if (const std::string own = consonants_of(text); own.size() >= least_consonants)
                all.push_back({hash_of(own), sound});
            return;
        }
        bool is_usual = true;
        for (const std::string& own : latin_consonants(abjad_consonants_of(text))) {
            if (own.size() >= least_consonants && is_usual)
                all.push_back({hash_of(own), sound});
            if (own.size() >= least_consonants)
                abjad.push_back({hash_of(own), sound});
            is_usual = false;
        }
    }

    struct SoundFacts {
        WordClass word_class = WordClass::ordinary;
        std::size_t entries = 0;
        std::uint32_t last_entry = 0;
        bool without_vowels = false;
    };

    const NameVocabulary& name_words_;
    NameReader reader_;
    CompiledList list_;
    std::unordered_map<std::string, std::uint32_t> word_ids_, sound_ids_;
    std::vector<SoundFacts> sounds_;
    std::vector<HashedValue> identifiers_;
    std::vector<std::size_t> order_;
    std::vector<std::uint32_t> seen_;
    std::vector<NameWord> whole_words_;
};

CompiledList CompiledList::compile(const ListContents& contents, const NameVocabulary& words) {
    return ListCompiler(words).compile(contents);
}

} // namespace preflag
