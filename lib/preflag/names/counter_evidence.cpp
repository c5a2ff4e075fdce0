#include <preflag/names/counter_evidence.h>
#include <preflag/names/word/consonants.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

std::uint32_t word_bits(std::size_t begin, std::size_t count) {
    return ((1U << count) - 1U) << begin;
}

/// What is left of a name where its aligned words are taken away.
class LeftOver {
  public:
    LeftOver(std::span<const NameWord> words, std::uint32_t taken) : words_(words), taken_(taken) {
        for (const NameWord& word : words)
            all_ += static_cast<double>(word.weight);
    }

    /// The share of the name that words of these classes weigh that have no like.
    [[nodiscard]] double share(bool (*wanted)(WordClass)) const {
        double weight = 0;
        for (std::size_t i = 0; i < words_.size(); ++i)
            if (is_left(i) && wanted(words_[i].word_class))
                weight += static_cast<double>(words_[i].weight);
        return all_ > 0 ? weight / all_ : 0;
    }

    /// A word that is alike by many letters only is left over in part.
    void add_part(std::size_t word, double part) {
        parts_ += all_ > 0 ? part * static_cast<double>(words_[word].weight) / all_ : 0;
    }
    [[nodiscard]] double parts() const { return parts_; }

    [[nodiscard]] bool is_left(std::size_t word) const { return (taken_ >> word & 1U) == 0; }

    /// Whether an initial is left that is none of the other name's words that are left.
    [[nodiscard]] bool has_other_initial(const LeftOver& other) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (!is_left(i) || !words_[i].is_initial())
                continue;
            for (std::size_t j = 0; j < other.words_.size(); ++j)
                if (other.is_left(j) && is_name(other.words_[j].word_class) &&
                    other.words_[j].raw.front() != words_[i].raw.front())
                    return true;
        }
        return false;
    }

    static bool is_name(WordClass word_class) {
        return word_class == WordClass::ordinary || word_class == WordClass::common ||
               word_class == WordClass::initial;
    }
    static bool is_ordinary(WordClass word_class) {
        return word_class == WordClass::ordinary || word_class == WordClass::common;
    }
    static bool is_any_name(WordClass word_class) {
        return is_ordinary(word_class) || is_generic(word_class);
    }
    static bool is_patronymic(WordClass word_class) { return word_class == WordClass::patronymic; }
    static bool is_generic(WordClass word_class) { return word_class == WordClass::generic; }

  private:
    std::span<const NameWord> words_;
    std::uint32_t taken_ = 0;
    double all_ = 0;
    double parts_ = 0;
};

/// The numbers of a name in order; what is too long to be a number of a name is left out.
std::vector<std::string_view> numbers_of(std::span<const NameWord> words) {
    constexpr std::size_t longest = 5;
    std::vector<std::string_view> numbers;
    for (const NameWord& word : words)
        if (word.is_number() && word.folded.size() <= longest)
            numbers.push_back(word.folded);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

bool tells_nothing(WordClass word_class) {
    return word_class == WordClass::generic || word_class == WordClass::particle ||
           word_class == WordClass::number;
}

/// The only pair of words that are alike and say something; nullptr when there are more, or none.
const AlignedWords* only_pair(std::span<const NameWord> query,
                              std::span<const AlignedWords> alignment) {
    const AlignedWords* only = nullptr;
    for (const AlignedWords& words : alignment) {
        if (tells_nothing(query[words.query].word_class))
            continue;
        if (only != nullptr)
            return nullptr;
        only = &words;
    }
    return only;
}

bool has_no_name(std::span<const NameWord> query, std::span<const AlignedWords> alignment) {
    return std::all_of(alignment.begin(), alignment.end(), [&](const AlignedWords& words) {
        return tells_nothing(query[words.query].word_class);
    });
}

bool has_generic(std::span<const NameWord> words) {
    return std::any_of(words.begin(), words.end(),
                       [](const NameWord& word) { return word.word_class == WordClass::generic; });
}

/// A person's name in Chinese or Korean script has a family name and one or two syllables: with a
/// word more or less it is another one.
bool is_name_of_syllables(std::span<const NameWord> query) {
    return std::all_of(query.begin(), query.end(),
                       [](const NameWord& word) { return word.is_syllable; });
}

/// Short syllables that differ by a letter are others.
bool has_other_syllable(std::span<const NameWord> query, std::span<const AlignedWords> alignment) {
    constexpr std::size_t longest = 6;
    return std::any_of(alignment.begin(), alignment.end(), [&](const AlignedWords& words) {
        const NameWord& own = query[words.query];
        return own.is_syllable && own.raw.size() <= longest && words.match == WordMatch::edits;
    });
}

/// By a letter or so, or as another language might write it.
bool is_written_otherwise(const AlignedWords& words) {
    return words.match == WordMatch::orthography || words.match == WordMatch::edits;
}

std::size_t consonants_in(const NameWord& word) {
    return word.without_vowels ? abjad_consonants_of(word.folded).size()
                               : consonants_of(word.folded).size();
}

/// Whether all words are alike by their consonants only, and these are few.
bool is_by_few_consonants(std::span<const NameWord> query,
                          std::span<const AlignedWords> alignment) {
    constexpr std::size_t few = 6;
    std::size_t consonants = 0;
    for (const AlignedWords& words : alignment) {
        if (tells_nothing(query[words.query].word_class))
            continue;
        if (words.match != WordMatch::script)
            return false;
        for (std::size_t i = 0; i < words.query_count; ++i)
            consonants += consonants_in(query[words.query + i]);
    }
    return consonants > 0 && consonants <= few;
}

/// Whether a word stands before another one here and behind it there; words of trade may.
bool has_other_order(std::span<const NameWord> query, std::span<const AlignedWords> alignment) {
    const AlignedWords* last = nullptr;
    for (const AlignedWords& words : alignment) {
        if (tells_nothing(query[words.query].word_class))
            continue;
        if (last != nullptr && last->list > words.list)
            return true;
        last = &words;
    }
    return false;
}

/// All that two names have in common are well-known names, by one word.
bool is_one_given_name(std::span<const NameWord> query, std::span<const NameWord> list,
                       const AlignedWords* only) {
    return only != nullptr && query[only->query].word_class == WordClass::common &&
           list[only->list].word_class == WordClass::common;
}

/// All that two names have in common is one short word that they write differently.
bool is_one_short_word(std::span<const NameWord> query, std::span<const NameWord> list,
                       const AlignedWords* only) {
    constexpr std::size_t longest = 5;
    constexpr std::size_t longest_edited = 6;
    if (only == nullptr || only->query_count + only->list_count != 2)
        return false;
    const NameWord& own = query[only->query];
    const NameWord& listed = list[only->list];
    std::string letters(own.raw);
    std::string other(listed.raw);
    std::sort(letters.begin(), letters.end());
    std::sort(other.begin(), other.end());
    return letters != other && own.word_class == WordClass::ordinary &&
           own.without_vowels == listed.without_vowels &&
           std::min(own.raw.size(), listed.raw.size()) <=
               (only->match == WordMatch::edits ? longest_edited : longest);
}

/// Collects what speaks against two names being one party's, in the order in which it is told.
class Doubts {
  public:
    Doubts(std::span<const NameWord> query, std::span<const NameWord> list,
           std::span<const AlignedWords> alignment, DoubtedParty party,
           const CounterEvidence& rules)
        : query_(query), list_(list), alignment_(alignment), party_(party), rules_(rules),
          own_(left_over(query, alignment, &AlignedWords::query, &AlignedWords::query_count)),
          listed_(left_over(list, alignment, &AlignedWords::list, &AlignedWords::list_count)),
          only_(only_pair(query, alignment)),
          names_without_like_(own_.share(name_test()) + listed_.share(name_test())) {}

    std::vector<CounterPoint> find() {
        if (!is_person() && numbers_of(query_) != numbers_of(list_))
            found_.push_back({"the numbers differ", rules_.number});
        find_names_without_like();
        find_syllables();
        find_consonants();
        find_other_parts();
        find_words_written_otherwise();
        const bool other_initials =
            own_.has_other_initial(listed_) || listed_.has_other_initial(own_);
        if (party_ != DoubtedParty::organisation && other_initials)
            found_.push_back({"the initials differ", rules_.initial});
        if (is_one_short_word(query_, list_, only_))
            found_.push_back(
                {"a single short word is alike, and written otherwise", rules_.short_word});
        return std::move(found_);
    }

  private:
    using Test = bool (*)(WordClass);

    /// The words that the alignment leaves, and the parts of those that it takes in spite of typos.
    template <typename Place, typename Count>
    static LeftOver left_over(std::span<const NameWord> words,
                              std::span<const AlignedWords> alignment, Place place, Count count) {
        constexpr double sure = 0.8;
        std::uint32_t taken = 0;
        for (const AlignedWords& aligned : alignment)
            taken |= word_bits(aligned.*place, aligned.*count);
        LeftOver left(words, taken);
        for (const AlignedWords& aligned : alignment)
            if (const auto share = static_cast<double>(aligned.share);
                aligned.match == WordMatch::edits && share < sure)
                left.add_part(aligned.*place, 1 - share);
        return left;
    }

    [[nodiscard]] bool is_person() const { return party_ == DoubtedParty::person; }
    [[nodiscard]] bool has_names_without_like() const { return names_without_like_ > 0; }

    /// Words of trade are names of persons, too: "Zhou", "Gold".
    [[nodiscard]] Test name_test() const {
        return is_person() ? LeftOver::is_any_name : LeftOver::is_ordinary;
    }

    void find_names_without_like() {
        const double names = std::min(own_.share(name_test()) + own_.parts(),
                                      listed_.share(name_test()) + listed_.parts());
        if (names > 0)
            found_.push_back(
                {"each name has words that the other has not", rules_.ordinary * names});
        if (!has_names_without_like())
            return;
        if (is_one_given_name(query_, list_, only_))
            found_.push_back({"a well-known name alone is alike", rules_.given_name});
        else if (only_ != nullptr)
            found_.push_back({"a single word is alike", rules_.one_word});
        else if (has_no_name(query_, alignment_))
            found_.push_back({"no word that tells names apart is alike", rules_.no_name});
    }

    void find_syllables() {
        const bool is_syllabic = is_person() || !(has_generic(query_) || has_generic(list_));
        if (is_syllabic && party_ != DoubtedParty::organisation && is_name_of_syllables(query_) &&
            (has_names_without_like() || has_other_syllable(query_, alignment_)))
            found_.push_back({"a syllable of the name has no like", rules_.syllable});
    }

    void find_consonants() {
        if (!is_by_few_consonants(query_, alignment_))
            return;
        const bool is_joined_alone = only_ != nullptr && only_->query_count + only_->list_count > 2;
        if (has_names_without_like() || is_joined_alone)
            found_.push_back({"the consonants of some words are alike", rules_.consonants});
        if (has_other_order(query_, alignment_))
            found_.push_back({"the consonants stand in another order", rules_.consonants});
    }

    void find_other_parts() {
        const auto both_have = [&](Test test) {
            return own_.share(test) > 0 && listed_.share(test) > 0;
        };
        if (both_have(LeftOver::is_patronymic))
            found_.push_back({"the patronymics differ", rules_.initial});
        if (both_have(LeftOver::is_generic))
            found_.push_back({"they do different business", rules_.generic});
    }

    void find_words_written_otherwise() {
        const bool has_more =
            own_.share(LeftOver::is_any_name) + listed_.share(LeftOver::is_any_name) > 0;
        if (has_more && only_ != nullptr && is_written_otherwise(*only_))
            found_.push_back({"a single word is alike, and written otherwise", rules_.short_word});
        else if (has_names_without_like() && is_person() &&
                 std::any_of(alignment_.begin(), alignment_.end(), is_written_otherwise))
            found_.push_back(
                {"a name has no like, and another is written otherwise", rules_.one_word});
    }

    std::span<const NameWord> query_, list_;
    std::span<const AlignedWords> alignment_;
    DoubtedParty party_;
    const CounterEvidence& rules_;
    LeftOver own_, listed_;
    const AlignedWords* only_; ///< all that the names have in common, if it is one pair
    double names_without_like_;
    std::vector<CounterPoint> found_;
};

} // namespace

std::vector<CounterPoint> doubts_of(std::span<const NameWord> query, std::span<const NameWord> list,
                                    std::span<const AlignedWords> alignment, DoubtedParty party,
                                    const CounterEvidence& doubts) {
    return Doubts(query, list, alignment, party, doubts).find();
}

double amount_of(std::span<const CounterPoint> doubts) {
    double amount = 0;
    for (const CounterPoint& doubt : doubts)
        amount += doubt.amount;
    return amount;
}

} // namespace preflag
