#include <preflag/base/text.h>
#include <preflag/names/name_reader.h>
#include <preflag/names/word/arabic_names.h>

#include <algorithm>

namespace preflag {

namespace {

/// Digits with a letter or two: "44", "5th", "AR16". Digits within letters are typos of reading.
bool is_number(const std::string& word) {
    constexpr std::ptrdiff_t most_letters = 2;
    const auto digits = std::count_if(word.begin(), word.end(), is_ascii_digit);
    return digits > 0 && static_cast<std::ptrdiff_t>(word.size()) - digits <= most_letters;
}

/// "5th" -> "5", "007" -> "7".
std::string plain_number(std::string word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (word.size() > ending.size() && word.ends_with(ending) &&
            is_ascii_digit(word[word.size() - ending.size() - 1]))
            word.resize(word.size() - ending.size());
    word.erase(0, std::min(word.find_first_not_of('0'), word.size() - 1));
    return word;
}

bool tells_names_apart(WordClass word_class) {
    return word_class == WordClass::ordinary || word_class == WordClass::common;
}

bool is_generic_class(WordClass word_class) {
    return word_class == WordClass::generic;
}

} // namespace

std::string_view bracketed_acronym(std::string_view name) {
    constexpr std::size_t least = 2;
    constexpr std::size_t most = 7;
    name = trim(name);
    const std::size_t open = name.rfind('(');
    if (!name.ends_with(')') || open == std::string_view::npos)
        return {};
    const std::string_view acronym = name.substr(open + 1, name.size() - open - 2);
    const std::string_view written_out = trim(name.substr(0, open));
    const bool are_letters = std::all_of(acronym.begin(), acronym.end(), is_ascii_letter);
    if (!are_letters || acronym.size() < least || acronym.size() > most ||
        written_out.find_first_of(" -") == std::string_view::npos)
        return {};
    std::size_t found = 0;
    for (const char c : written_out)
        if (found < acronym.size() && ascii_lower(c) == ascii_lower(acronym[found]))
            ++found;
    return found == acronym.size() ? acronym : std::string_view();
}

WordClass NameReader::class_of(const NameSplitter::Word& word, const std::string& folded) const {
    const std::string& raw = word.text;
    if (is_number(raw) || words_.number_of(raw) > 0)
        return WordClass::number;
    constexpr std::size_t longest = 4; // of words that sound like others by chance
    const bool may_be_small =
        word.without_vowels || raw.size() > longest || words_.is_small_word(raw);
    if (may_be_small && words_.is_particle(folded, word.without_vowels))
        return WordClass::particle;
    if (raw.size() == 1)
        return WordClass::initial;
    if (words_.is_patronymic(raw))
        return WordClass::patronymic;
    if (may_be_small && words_.is_generic(folded, word.without_vowels))
        return WordClass::generic;
    return words_.is_common(folded) ? WordClass::common : WordClass::ordinary;
}

const NameReader::WordFacts& NameReader::facts_of(const NameSplitter::Word& word) {
    key_ = word.text;
    key_ += word.without_vowels ? '~' : word.is_kana ? '^' : word.is_syllable ? '=' : ' ';
    const auto [place, is_new] = known_.try_emplace(key_);
    WordFacts& facts = place->second;
    if (!is_new)
        return facts;
    facts.sound = words_.sound(word.text, word.without_vowels);
    facts.folded = words_.common_of(facts.sound, word.without_vowels);
    facts.word_class = class_of(word, facts.folded);
    if (facts.word_class == WordClass::number) {
        facts.number = words_.number_of(word.text);
        facts.folded = facts.number > 0 ? std::to_string(facts.number) : plain_number(word.text);
        facts.sound = facts.folded;
    } else if (facts.word_class == WordClass::patronymic) {
        facts.folded = words_.patronymic(word.text, word.without_vowels);
    } else if (purpose_ == Purpose::query && !word.without_vowels &&
               (word.is_kana || !word.is_syllable)) {
        facts.spellings = words_.spellings(word.text, word.is_kana);
        facts.without_endings = words_.without_endings(word.text);
    }
    facts.is_title = words_.is_title(word.text, word.without_vowels);
    facts.is_craft_title = words_.is_craft_title(word.text);
    facts.starts_legal_form = words_.starts_legal_form(word.text);
    return facts;
}

std::size_t NameReader::legal_form(std::size_t at) const {
    return facts_[at]->starts_legal_form ? words_.legal_form(texts_, at) : 0;
}

/// Known words of several Chinese or Korean syllables are one word.
void NameReader::join_syllables() {
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i + 1 < split_.size(); ++i) {
        std::string text = split_[i].text;
        std::string longest;
        std::size_t end = i + 1;
        for (std::size_t at = i + 1;
             at < split_.size() && at < i + most && split_[at].follows_syllable; ++at) {
            text += split_[at].text;
            if (!words_.is_word_of_syllables(text))
                continue;
            longest = text;
            end = at + 1;
        }
        if (longest.empty())
            continue;
        split_[i].text = longest;
        split_.erase(split_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     split_.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

void NameReader::take_words() {
    constexpr std::size_t most_known = 50'000;
    if (known_.size() > most_known)
        known_.clear();
    texts_.clear();
    facts_.clear();
    for (const NameSplitter::Word& word : split_) {
        texts_.push_back(word.text);
        facts_.push_back(&facts_of(word));
    }
    dropped_.assign(texts_.size(), false);
    name_.has_legal_form = name_.has_craft_title = name_.has_title = false;
    keeps_forms_ = false;
}

/// Whether a word is left of a class that is wanted.
bool NameReader::is_left(bool (*wanted)(WordClass)) const {
    for (std::size_t at = 0; at < texts_.size(); ++at)
        if (!dropped_[at] && wanted(facts_[at]->word_class))
            return true;
    return false;
}

/// "and" is left over between two legal forms ("GmbH & Co KG").
void NameReader::drop_legal_forms() {
    std::size_t end = texts_.size();
    for (std::size_t at = end; at-- > 0;) {
        const std::size_t form = legal_form(at);
        if (form == 0 || at + form < end) {
            const bool is_left_over = texts_[at] == "and" && end < texts_.size() && at + 1 == end;
            if (is_left_over)
                end = at;
            continue;
        }
        end = at;
    }
    std::fill(dropped_.begin() + static_cast<std::ptrdiff_t>(end), dropped_.end(), true);
    name_.has_legal_form = end < texts_.size();
    drop_leading_form(end);
}

/// A short form that does not lead names is a word of the name: "BT Group", "IS Bank".
void NameReader::drop_leading_form(std::size_t end) {
    for (std::size_t at = 0; at < end;) {
        const std::size_t form = legal_form(at);
        if (form == 0 || at + form > end || (form == 1 && !words_.leads(texts_[at])))
            return;
        std::fill_n(dropped_.begin() + static_cast<std::ptrdiff_t>(at), form, true);
        name_.has_legal_form = true;
        at += form;
    }
}

/// How many of the first words are one: "MV", "M/V".
std::size_t NameReader::craft_title() const {
    if (texts_.size() > 1 && facts_[0]->is_craft_title)
        return 1;
    const bool are_letters = texts_.size() > 2 && texts_[0].size() == 1 && texts_[1].size() == 1;
    return are_letters && has_slash_ && words_.is_craft_title(texts_[0] + texts_[1]) ? 2 : 0;
}

void NameReader::drop_titles() {
    if (name_.has_legal_form)
        return;
    const std::size_t begin = craft_title();
    std::fill_n(dropped_.begin(), begin, true);
    name_.has_craft_title = begin > 0;
    if (begin > 0 || is_left(is_generic_class))
        return;
    for (std::size_t at = begin; at < texts_.size(); ++at)
        if (facts_[at]->is_title) {
            dropped_[at] = true;
            name_.has_title = true;
        }
}

/// "the" at the beginning, "no" before a number.
void NameReader::drop_small_words() {
    const auto first = static_cast<std::size_t>(std::find(dropped_.begin(), dropped_.end(), false) -
                                                dropped_.begin());
    if (first + 1 < texts_.size() && words_.is_article(texts_[first]))
        dropped_[first] = true;
    for (std::size_t at = 0; at + 1 < texts_.size(); ++at)
        if (facts_[at + 1]->word_class == WordClass::number && words_.is_number_sign(texts_[at]))
            dropped_[at] = true;
}

void NameReader::keep_what_is_generic() {
    if (is_left(tells_names_apart))
        return;
    std::fill(dropped_.begin(), dropped_.end(), false);
    keeps_forms_ = true;
}

/// "forty four" -> "44".
void NameReader::fold_numbers() {
    auto& words = name_.words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const int tens = words_.number_of(words[i].raw);
        const int units = words_.number_of(words[i + 1].raw);
        if (tens < 20 || tens % 10 != 0 || units < 1 || units > 9)
            continue;
        words[i].folded = words[i].sound = std::to_string(tens + units);
        words[i].raw += words[i + 1].raw;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

/// Languages put endings to all words of a name: "Vladimiras Putinas".
void NameReader::add_endings() {
    if (purpose_ != Purpose::query)
        return;
    std::vector<std::vector<std::string>> endings;
    for (std::size_t at = 0; at < texts_.size() && endings.size() < name_.words.size(); ++at)
        if (!dropped_[at])
            endings.push_back(facts_[at]->without_endings);
    constexpr std::size_t least = 2;
    if (endings.size() < least || endings.size() != name_.words.size())
        return;
    for (std::size_t language = 0; language < endings.front().size(); ++language) {
        const bool all_have = std::all_of(endings.begin(), endings.end(), [&](const auto& word) {
            return language < word.size() && !word[language].empty();
        });
        for (std::size_t i = 0; all_have && i < endings.size(); ++i)
            name_.words[i].spellings.push_back(endings[i][language]);
    }
}

const ReadName& NameReader::read(std::string_view text, Letters letters) {
    const std::string_view acronym = bracketed_acronym(text);
    if (!acronym.empty())
        text = text.substr(0, static_cast<std::size_t>(acronym.data() - text.data()) - 1);
    splitter_.split(text, split_, letters == Letters::apart);
    divide_arabic_names(split_, words_);
    join_syllables();
    has_slash_ = trim(text).substr(0, 2).ends_with('/');
    take_words();
    drop_legal_forms();
    drop_titles();
    keep_what_is_generic();
    drop_small_words();
    name_.words.clear();
    for (std::size_t i = 0; i < split_.size() && name_.words.size() < most_words; ++i) {
        if (dropped_[i])
            continue;
        ReadName::Word& word = name_.words.emplace_back();
        word.raw = std::move(split_[i].text);
        word.without_vowels = split_[i].without_vowels;
        word.is_syllable = split_[i].is_syllable;
        word.sound = facts_[i]->sound;
        word.folded = facts_[i]->folded;
        word.word_class = facts_[i]->word_class;
        word.spellings = facts_[i]->spellings;
        if (keeps_forms_ && word.word_class == WordClass::ordinary)
            word.word_class = WordClass::generic;
    }
    add_endings();
    fold_numbers();
    return name_;
}

} // namespace preflag
