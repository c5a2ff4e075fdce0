#include <preflag/base/text.h>
#include <preflag/names/cell/name_splitter.h>

#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace preflag {

namespace {

/// The script of a word if it writes no vowels, or not all; else none.
UScriptCode abjad_of(const icu::UnicodeString& word) {
    for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
        UErrorCode error = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(word.char32At(i), &error);
        if (script == USCRIPT_ARABIC || script == USCRIPT_HEBREW || script == USCRIPT_THAI ||
            script == USCRIPT_KHMER)
            return script;
    }
    return USCRIPT_UNKNOWN;
}

/// The Arabic article, and "and" before it, written in one with their word, as words of their own:
/// "walhashmy" -> w al hashmy. `word` is as it was written.
void part_article(const icu::UnicodeString& word, std::vector<NameSplitter::Word>& words,
                  std::size_t first) {
    constexpr std::size_t least = 4;
    const bool has_and = word.startsWith(u"\u0648\u0627\u0644");
    if (first >= words.size() || !(has_and || word.startsWith(u"\u0627\u0644")))
        return;
    std::string& text = words[first].text;
    const std::size_t begin = has_and ? 1 : 0;
    if (text.size() < least + begin || text.substr(begin) == "allh" ||
        text.compare(begin, 2, "al") != 0)
        return;
    text.erase(0, begin + 2);
    const auto place = words.begin() + static_cast<std::ptrdiff_t>(first);
    words.insert(place, {"al", true});
    if (has_and)
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(first), {"w", true});
}

/// Tells what the words from `first` on are that a text of Chinese, Korean or Japanese became.
void mark_syllables(const icu::UnicodeString& text, std::vector<NameSplitter::Word>& words,
                    std::size_t first) {
    bool has_syllables = false;
    bool is_kana = false;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        UErrorCode error = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(text.char32At(i), &error);
        has_syllables = has_syllables || script == USCRIPT_HAN || script == USCRIPT_HANGUL;
        is_kana = is_kana || script == USCRIPT_KATAKANA;
    }
    for (std::size_t i = first; i < words.size(); ++i) {
        words[i].follows_syllable = has_syllables && i > first;
        words[i].is_syllable = has_syllables;
        words[i].is_kana = is_kana;
    }
}

constexpr bool is_word_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

void NameSplitter::split_latin(std::string_view text, bool without_vowels,
                               std::vector<Word>& words) const {
    const std::size_t first = words.size();
    bool after_point = false; // only a point stands between the last word and this place
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '&') {
            words.push_back({"and"});
            after_point = false;
        }
        if (!is_word_byte(text[i])) {
            after_point = text[i] == '.' && i > 0 && is_word_byte(text[i - 1]);
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && (is_word_byte(text[i]) || text[i] == '\'' || text[i] == '`'))
            ++i;
        std::string word(text.substr(begin, i - begin));
        std::erase_if(word, [](char c) { return !is_word_byte(c); });
        for (char& c : word)
            c = ascii_lower(c);
        // "S.A." and "U.A.E" are one word; "J. Smith" are two.
        const bool joins = after_point && !letters_apart_ && word.size() == 1 &&
                           words.size() > first && words.back().text.size() <= 4 &&
                           (words.back().text.size() == 1 || text[i - 2] == '.');
        if (joins && !is_ascii_digit(word[0]))
            words.back().text += word;
        else
            words.push_back({std::move(word), without_vowels});
        after_point = false;
    }
}

void NameSplitter::split(std::string_view name, std::vector<Word>& words, bool letters_apart) {
    words.clear();
    letters_apart_ = letters_apart;
    if (is_ascii(name))
        return split_latin(name, false, words);
    std::size_t at = 0;
    std::string latin;
    while (at < name.size()) {
        while (at < name.size() && is_ascii_space(name[at]))
            ++at;
        std::size_t end = at;
        while (end < name.size() && !is_ascii_space(name[end]))
            ++end;
        const std::string_view piece = name.substr(at, end - at);
        at = end;
        if (is_ascii(piece)) {
            split_latin(piece, false, words);
            continue;
        }
        const auto text = icu::UnicodeString::fromUTF8(
            icu::StringPiece(piece.data(), static_cast<int32_t>(piece.size())));
        latin = transliterator_.to_latin(piece);
        const UScriptCode abjad = abjad_of(text);
        const std::size_t first = words.size();
        split_latin(latin, abjad != USCRIPT_UNKNOWN, words);
        if (abjad == USCRIPT_ARABIC)
            part_article(text, words, first);
        mark_syllables(text, words, first);
    }
}

std::vector<std::string> NameSplitter::words(std::string_view name) {
    std::vector<Word> split_words;
    split(name, split_words);
    std::vector<std::string> texts;
    texts.reserve(split_words.size());
    for (Word& word : split_words)
        texts.push_back(std::move(word.text));
    return texts;
}

std::string NameSplitter::joined(std::string_view name, std::string_view between) {
    std::string text;
    for (const std::string& word : words(name)) {
        if (!text.empty())
            text += between;
        text += word;
    }
    return text;
}

} // namespace preflag
