#include <preflag/names/word/arabic_names.h>

#include <algorithm>
#include <string_view>

namespace preflag {

namespace {

using Word = NameSplitter::Word;

/// "abd", as it is written with and without vowels.
std::string_view servant(const Word& word) {
    return word.without_vowels ? "ebd" : "abd";
}

bool is_article_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// Where the second name of "abdulrahman", "abdurrahman" or "abdalrhmn" begins; 0 where there is
/// none. "Abdullah" is one name.
std::size_t second_name(const Word& word, const NameVocabulary& vocabulary) {
    const std::string_view text = word.text;
    constexpr std::size_t least = 3; // letters of the second name
    std::size_t at = servant(word).size();
    if (!text.starts_with(servant(word)) || text.size() < at + 1 + least ||
        !is_article_vowel(text[at]))
        return 0;
    while (at < text.size() && is_article_vowel(text[at]))
        ++at;
    const std::string_view rest = text.substr(at);
    if (rest.size() < least)
        return 0;
    if (word.without_vowels)
        return rest[0] == 'l' && rest != "llh" ? at + 1 : 0;
    if (rest.starts_with("lla") || rest.starts_with("llo") || rest.starts_with("lle"))
        return rest.size() > least + 1 && rest[3] == 't' ? at + 1 : 0; // Abdullatif
    const bool is_article = rest[0] == 'l' || rest[0] == rest[1];
    if (is_article && rest.size() > least)
        return at + 1;
    return vocabulary.is_common(vocabulary.fold(rest)) ? at : 0; // "abdirahman"
}

/// Where the name behind "Abu", written in one with it, begins; 0 for other words.
std::size_t name_of_child(const Word& word) {
    constexpr std::string_view father = "abw";
    constexpr std::size_t least = 3;
    const std::string& text = word.text;
    if (!word.without_vowels || !text.starts_with(father) || text.size() < father.size() + least)
        return 0;
    return text.compare(father.size(), 2, "al") == 0 && text.size() > father.size() + least
               ? father.size() + 2
               : father.size();
}

bool is_god(const Word& word, const NameVocabulary& vocabulary) {
    return word.without_vowels ? word.text == "allh" || word.text == "allah"
                               : vocabulary.sound(word.text) == "ula";
}

/// "din", "deen": of an article before it, or with one in front.
bool is_faith(const Word& word, const NameVocabulary& vocabulary, bool behind_article) {
    if (word.without_vowels)
        return behind_article && word.text == "dyn";
    if (vocabulary.sound("n" + word.text) == "nudin")
        return true;
    const std::string sound = vocabulary.sound(word.text);
    return behind_article && (sound == "din" || sound == "dine");
}

bool is_article(const Word& word) {
    constexpr std::string_view vowels = "aeu";
    const std::string& text = word.text;
    return text.size() == 2 && vowels.find(text[0]) != std::string_view::npos &&
           (text[1] == 'l' || text[1] == 'd');
}

bool takes_ending(const Word& word) {
    constexpr std::size_t least = 3;
    return word.text.size() >= least && !word.text.ends_with("allh") &&
           !word.text.ends_with("ullah");
}

/// "hdayah" before another word is "hdayat".
void add_god(Word& word) {
    if (!word.without_vowels) {
        word.text += "ullah";
        return;
    }
    if (word.text.ends_with("ah"))
        word.text.back() = 't';
    word.text += "allh";
}

/// "nwraldyn" is "nwrdyn".
void drop_inner_article(Word& word) {
    constexpr std::string_view faith = "aldyn";
    if (word.without_vowels && word.text.size() > faith.size() + 1 && word.text.ends_with(faith))
        word.text.erase(word.text.size() - faith.size(), 2);
}

} // namespace

void divide_arabic_names(std::vector<Word>& words, const NameVocabulary& vocabulary) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        drop_inner_article(words[i]);
        const std::size_t child = name_of_child(words[i]);
        if (const std::size_t at = child > 0 ? child : second_name(words[i], vocabulary); at > 0) {
            Word second{words[i].text.substr(at), words[i].without_vowels};
            words[i].text = child > 0 ? "abw" : servant(words[i]);
            words.insert(words.begin() + static_cast<std::ptrdiff_t>(++i), std::move(second));
        }
        if (i == 0)
            continue;
        const bool behind_article = is_article(words[i - 1]);
        const std::size_t first = behind_article && i > 1 ? i - 2 : i - 1;
        if (!takes_ending(words[first]) || words[first].without_vowels != words[i].without_vowels)
            continue;
        if (is_god(words[i], vocabulary))
            add_god(words[first]);
        else if (is_faith(words[i], vocabulary, behind_article && first + 2 == i))
            words[first].text += words[i].without_vowels ? "dyn" : "uddin";
        else
            continue;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                    words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        i = first;
    }
}

} // namespace preflag
