#include <preflag/base/text.h>
#include <preflag/consignees/person_names.h>

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::size_t most_name_words = 6;
constexpr std::size_t longest_initial = 2; ///< bytes: a letter of any alphabet
/// Bytes of a name that an ending of surnames must leave.
constexpr std::size_t least_before_ending = 2;

/// The offsets behind each character of a word that is all of one East Asian script; empty for
/// others.
std::vector<std::size_t> ideographs(std::string_view word) {
    std::vector<std::size_t> ends;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    const auto size = static_cast<std::int32_t>(word.size());
    for (std::int32_t place = 0; place < size;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, place, size, character);
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(character, &status);
        if (script != USCRIPT_HAN && script != USCRIPT_HIRAGANA && script != USCRIPT_KATAKANA)
            return {};
        ends.push_back(static_cast<std::size_t>(place));
    }
    return ends;
}

bool is_initial(std::string_view word) {
    return word.size() <= longest_initial && (word.size() == 1 || !is_ascii(word));
}

} // namespace

SortedWords::SortedWords(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    ends_.reserve(words.size());
    for (const std::string& word : words) {
        text_ += word;
        ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    }
}

bool SortedWords::contains(std::string_view word) const {
    const std::string_view text = text_;
    const auto at = [&](std::size_t place) {
        const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
        return text.substr(begin, ends_[place] - begin);
    };
    std::size_t low = 0;
    std::size_t high = ends_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (at(middle) < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ends_.size() && at(low) == word;
}

bool PersonNames::has_surname_ending(std::string_view word) const {
    return std::any_of(endings_.begin(), endings_.end(), [&](const std::string& ending) {
        return word.size() >= ending.size() + least_before_ending && word.ends_with(ending);
    });
}

bool PersonNames::is_surname(std::string_view word) const {
    return surnames_.contains(word) || has_surname_ending(word);
}

/// What may stand in a name beside given names and surnames.
bool PersonNames::is_filler(std::string_view word) const {
    const std::string text(word);
    return is_initial(word) || particles_.contains(text) || prefixes_.contains(text) ||
           titles_.contains(text);
}

bool PersonNames::is_firm(Words words) const {
    std::string all;
    for (const PartyWord& word : words)
        all += word.text;
    return firms_.contains(all);
}

/// "M Keller", "J R Smith", "Keller M".
bool PersonNames::is_initials_and_surname(Words words) const {
    std::size_t initials = 0;
    std::size_t surnames = 0;
    for (const PartyWord& word : words) {
        if (is_initial(word.text))
            ++initials;
        else if (is_surname(word.text))
            ++surnames;
        else if (!is_filler(word.text))
            return false;
    }
    return initials > 0 && surnames > 0 && surnames <= 2;
}

/// "Wang Wei", "Nguyen Van An", "Min-jun Kim".
bool PersonNames::is_east_asian(Words words) const {
    const auto are_given = [&](Words rest) {
        return !rest.empty() && std::all_of(rest.begin(), rest.end(), [&](const PartyWord& word) {
            if (syllables_.contains(word.text))
                return true;
            for (std::size_t cut = 2; cut + 2 <= word.text.size(); ++cut)
                if (syllables_.contains(word.text.substr(0, cut)) &&
                    syllables_.contains(word.text.substr(cut)))
                    return true;
            return false;
        });
    };
    return words.size() <= 4 &&
           ((east_asian_.contains(words.front().text) && are_given(words.subspan(1))) ||
            (east_asian_.contains(words.back().text) && are_given(words.first(words.size() - 1))));
}

/// A family name and one or two characters more, in one word or two.
bool PersonNames::is_ideographic(Words words) const {
    if (words.size() == 2)
        return surnames_.contains(words.front().text) && !ideographs(words.front().text).empty() &&
               ideographs(words.back().text).size() - 1 < 3;
    const std::string_view word = words.front().text;
    const std::vector<std::size_t> ends = ideographs(word);
    for (const std::size_t length : {std::size_t{2}, std::size_t{1}})
        if (ends.size() > length && ends.size() <= length + 2 &&
            surnames_.contains(word.substr(0, ends[length - 1])))
            return true;
    // Of Korea: one syllable and a given name of two.
    constexpr std::size_t syllable = 9; // bytes of its letters, folded, at most
    for (std::size_t cut = 6; cut <= std::min(syllable, word.size()); cut += 3)
        if (!is_ascii(word) && ends.empty() && cut < word.size() &&
            surnames_.contains(word.substr(0, cut)) && given_.contains(word.substr(cut)))
            return true;
    return false;
}

/// One word is a given name, another one a surname, and the others may be either or lie between.
bool PersonNames::is_given_and_surname(Words words) const {
    std::size_t given = 0;
    std::size_t surnames = 0;
    std::size_t either = 0;
    std::size_t strange = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i].text;
        const bool may_be_given = given_.contains(word);
        const bool may_be_surname =
            is_surname(word) || (i > 0 && prefixes_.contains(words[i - 1].text));
        if (may_be_given && may_be_surname)
            ++either;
        else if (may_be_given)
            ++given;
        else if (may_be_surname)
            ++surnames;
        else if (!is_filler(word))
            strange += i == 0 || i + 1 == words.size() ? 2 : 1;
    }
    const bool has_both = given + either > 0 && given + surnames + either >= 2;
    return has_both && (strange == 0 || (strange == 1 && words.size() >= 3));
}

/// "Kevin Quibell"; not "Anna Dyeing".
bool PersonNames::is_frequent_and_another(Words words) const {
    constexpr std::array trades{"ing",    "ers",   "tex",   "til",  "chem", "chim",
                                "kem",    "plast", "agro",  "tech", "tek",  "pharm",
                                "pharma", "lab",   "trade", "gro",  "ics",  "ware"};
    const auto is_name = [&](std::string_view word) {
        return word.size() >= 4 && std::none_of(trades.begin(), trades.end(), [&](const char* end) {
                   return word.ends_with(end);
               });
    };
    return words.size() == 2 && frequent_.contains(words.front().text) &&
           is_name(words.back().text);
}

PersonNames::Likeness PersonNames::of_part(Words words) const {
    if (is_firm(words))
        return Likeness::none;
    bool has_title = false;
    while (!words.empty() && titles_.contains(words.front().text)) {
        words = words.subspan(1);
        has_title = true;
    }
    if (words.empty() || words.size() > most_name_words)
        return Likeness::none;
    if (std::any_of(words.begin(), words.end(),
                    [](const PartyWord& word) { return has_digit(word.text); }))
        return Likeness::none;
    if (words.size() == 1)
        return is_ideographic(words) || (has_title && surnames_.contains(words.front().text))
                   ? Likeness::whole
                   : Likeness::none;
    if (is_initials_and_surname(words) || (words.size() == 2 && is_ideographic(words)) ||
        is_east_asian(words) || is_given_and_surname(words) || is_frequent_and_another(words))
        return Likeness::whole;
    return given_.contains(words.front().text) && words.size() <= 4 ? Likeness::given_name
                                                                    : Likeness::none;
}

std::pair<PersonNames::Likeness, std::size_t> PersonNames::read(Words words) const {
    const auto behind_part = [&](std::size_t from) {
        while (from < words.size() && !words[from].ends_part)
            ++from;
        return std::min(from + 1, words.size());
    };
    if (words.empty())
        return {Likeness::none, 0};
    const std::size_t first = behind_part(0);
    const std::size_t second = behind_part(first);
    const Likeness likeness = of_part(words.first(first));
    if (likeness == Likeness::whole || first == words.size())
        return {likeness, first};
    // "Keller, Markus": a surname or two, then given names.
    const Words given = words.subspan(first, second - first);
    const bool is_turned = first <= 3 && given.size() <= 3 &&
                           (is_surname(words[first - 1].text) ||
                            (first > 1 && prefixes_.contains(words[first - 2].text))) &&
                           !is_firm(words.first(second)) &&
                           std::all_of(given.begin(), given.end(), [&](const PartyWord& word) {
                               return given_.contains(word.text) || is_filler(word.text);
                           });
    return is_turned ? std::pair{Likeness::whole, second} : std::pair{likeness, first};
}

} // namespace preflag
