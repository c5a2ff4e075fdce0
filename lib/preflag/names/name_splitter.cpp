#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/names/name_splitter.h>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace preflag {

namespace {

UScriptCode script_of(UChar32 character) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &error);
    return U_FAILURE(error) != 0 ? USCRIPT_UNKNOWN : script;
}

/// Arabic, Hebrew, or neither.
UScriptCode abjad_of(const icu::UnicodeString& word) {
    for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
        const UScriptCode script = script_of(word.char32At(i));
        if (script == USCRIPT_ARABIC || script == USCRIPT_HEBREW)
            return script;
    }
    return USCRIPT_UNKNOWN;
}

/// Korean syllables apart, so that "김철수" reads like "Kim Chol Su", and Chinese characters apart
/// from other scripts, so that a legal form before a name in kana is a word of its own.
icu::UnicodeString syllables_apart(const icu::UnicodeString& word) {
    icu::UnicodeString apart;
    UScriptCode before = USCRIPT_COMMON;
    for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
        const UChar32 character = word.char32At(i);
        const UScriptCode script = script_of(character);
        const bool is_edge = script != before && (script == USCRIPT_HAN || before == USCRIPT_HAN);
        if (is_edge || before == USCRIPT_HANGUL)
            apart.append(static_cast<UChar>(' '));
        apart.append(character);
        before = script;
    }
    return apart;
}

/// Of scripts whose letters carry an "a" that is not spoken at the end of a word.
bool is_indic(UScriptCode script) {
    return script == USCRIPT_DEVANAGARI || script == USCRIPT_BENGALI ||
           script == USCRIPT_GUJARATI || script == USCRIPT_GURMUKHI;
}

void drop_last_vowel(icu::UnicodeString& latin) {
    constexpr int32_t least = 4;
    if (latin.length() >= least && latin.endsWith(u"a"))
        latin.truncate(latin.length() - 1);
}

/// Consonants at the end of Korean syllables: "bag" is spoken and written bak.
void harden_ends(icu::UnicodeString& latin) {
    for (int32_t i = 1; i < latin.length(); ++i) {
        const bool is_end = i + 1 == latin.length() || latin.charAt(i + 1) == u' ';
        const char16_t c = latin.charAt(i);
        const char16_t before = latin.charAt(i - 1);
        if (is_end && before != u' ' && before != u'n' && (c == u'g' || c == u'b' || c == u'd'))
            latin.setCharAt(i, c == u'g' ? u'k' : c == u'b' ? u'p' : u't');
    }
}

/// The Arabic article, written in one with its word, as a word of its own: "alhashmy" -> al hashmy.
void part_article(std::vector<NameSplitter::Word>& words, std::size_t first) {
    constexpr std::size_t least = 5;
    for (std::size_t i = first; i < words.size(); ++i)
        if (words[i].text.size() >= least && words[i].text.starts_with("al")) {
            words[i].text.erase(0, 2);
            words.insert(words.begin() + static_cast<std::ptrdiff_t>(i), {"al", true});
            ++i;
        }
}

/// How letters are written that ICU's tables know otherwise: the final "h" of Arabic, which is read
/// as a vowel, the Greek eta, letters of Urdu, and letters of Serbian, Macedonian and Belarusian,
/// which the Russian table has not.
struct Rewriting {
    char16_t from;
    const char16_t* to;
};
constexpr std::array<Rewriting, 25> rewritings{
    {{u'\uC774', u"Ri"},     {u'\u0397', u"\u0399"}, {u'\u0389', u"\u0399"}, {u'\u03B7', u"\u03B9"},
     {u'\u03AE', u"\u03AF"}, {u'\u06C1', u"\u0647"}, {u'\u06BE', u"\u0647"}, {u'\u06D2', u"\u06CC"},
     {u'\u0629', u"\u0627"}, {u'\u0402', u"Dj"},     {u'\u0452', u"dj"},     {u'\u0408', u"J"},
     {u'\u0458', u"j"},      {u'\u0409', u"Lj"},     {u'\u0459', u"lj"},     {u'\u040A', u"Nj"},
     {u'\u045A', u"nj"},     {u'\u040B', u"C"},      {u'\u045B', u"c"},      {u'\u040F', u"Dz"},
     {u'\u045F', u"dz"},     {u'\u040E', u"U"},      {u'\u045E', u"u"}}};

/// What two Greek letters at the beginning of a word stand for: "Ντμίτρι" is Dmitri.
struct GreekBeginning {
    std::u16string_view letters;
    char16_t latin;
};
constexpr std::array<GreekBeginning, 3> greek_beginnings{
    {{u"\u03BD\u03C4", u'd'}, {u"\u03BC\u03C0", u'b'}, {u"\u03B3\u03BA", u'g'}}};

void rewrite_greek_beginning(icu::UnicodeString& word) {
    icu::UnicodeString beginning(word, 0, 2);
    beginning.toLower();
    for (const GreekBeginning& known : greek_beginnings)
        if (beginning == icu::UnicodeString(known.letters.data(), 2))
            word.replace(0, 2, known.latin);
}

icu::UnicodeString rewritten(const icu::UnicodeString& word) {
    constexpr char16_t heh = u'\u0647';
    constexpr char16_t no_joiner = u'\u200C';
    icu::UnicodeString text;
    for (int32_t i = 0; i < word.length(); ++i) {
        const char16_t c = word.charAt(i);
        if (c == heh && i + 1 < word.length() && word.charAt(i + 1) == no_joiner)
            continue; // a vowel of Persian
        const auto known = std::find_if(rewritings.begin(), rewritings.end(),
                                        [&](const Rewriting& rule) { return rule.from == c; });
        if (known == rewritings.end())
            text.append(c);
        else
            text.append(icu::UnicodeString(known->to));
    }
    return text;
}

/// The value of a Chinese figure, tens by their sign: 0 for anything else.
int chinese_figure(char16_t c) {
    constexpr std::u16string_view figures =
        u"\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
    const auto place = figures.find(c);
    return place == std::u16string_view::npos ? 0 : static_cast<int>(place) + 1;
}

/// Ordinals with their sign before them as figures: "\u7B2C\u5341\u516B" -> 18.
icu::UnicodeString with_figures(const icu::UnicodeString& word) {
    constexpr char16_t ordinal = u'\u7B2C';
    constexpr int ten = 10;
    icu::UnicodeString text;
    for (int32_t i = 0; i < word.length();) {
        if (word.charAt(i) != ordinal) {
            text.append(word.charAt(i++));
            continue;
        }
        int number = 0;
        for (++i; i < word.length() && chinese_figure(word.charAt(i)) > 0; ++i) {
            const int figure = chinese_figure(word.charAt(i));
            number = figure == ten ? std::max(number, 1) * ten : number + figure;
        }
        if (number > 0)
            text.append(u' ')
                .append(icu::UnicodeString(std::to_string(number).c_str()))
                .append(u' ');
    }
    return text;
}

constexpr bool is_word_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

struct NameSplitter::Transliteration {
    Transliteration() {
        UErrorCode error = U_ZERO_ERROR;
        latin.reset(icu::Transliterator::createInstance(
            "NFKC; Russian-Latin/BGN; [:Greek:] Greek-Latin/UNGEGN; Any-Latin", UTRANS_FORWARD,
            error));
        ascii.reset(
            icu::Transliterator::createInstance("Latin-ASCII; Lower", UTRANS_FORWARD, error));
        if (U_FAILURE(error) != 0)
            throw Error(std::string("ICU cannot transliterate: ") + u_errorName(error));
    }
    std::unique_ptr<icu::Transliterator> latin, ascii;
};

NameSplitter::NameSplitter() = default;
NameSplitter::~NameSplitter() = default;
NameSplitter::NameSplitter(NameSplitter&&) noexcept = default;

/// Signs that transliteration leaves for hard and soft signs, hamza and ayn are dropped.
std::string NameSplitter::to_latin(std::string_view word) {
    if (!transliteration_)
        transliteration_ = std::make_unique<Transliteration>();
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
    const UScriptCode script = text.isEmpty() ? USCRIPT_UNKNOWN : script_of(text.char32At(0));
    text = rewritten(syllables_apart(with_figures(text)));
    rewrite_greek_beginning(text);
    transliteration_->latin->transliterate(text);
    if (is_indic(script))
        drop_last_vowel(text);
    if (script == USCRIPT_HANGUL)
        harden_ends(text);
    transliteration_->ascii->transliterate(text);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 character = text.char32At(i);
        const int8_t type = u_charType(character);
        const bool is_mark = type == U_MODIFIER_LETTER || type == U_MODIFIER_SYMBOL ||
                             type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR;
        if (character < 0x80 || (!is_mark && u_isalnum(character) != 0))
            kept.append(character);
        else if (!is_mark && character != 0x2019 && character != 0x2018 && character != 0x02BC &&
                 character != 0x00B7)
            kept.append(static_cast<UChar>(' '));
    }
    std::string latin;
    kept.toUTF8String(latin);
    return latin;
}

void NameSplitter::split_latin(std::string_view text, bool without_vowels,
                               std::vector<Word>& words) const {
    const std::size_t first = words.size();
    bool after_point = false; // only a point stands between the last word and this place
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '&') {
            words.push_back({"and", false});
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
        latin = to_latin(piece);
        const UScriptCode abjad = abjad_of(text);
        const std::size_t first = words.size();
        split_latin(latin, abjad != USCRIPT_UNKNOWN, words);
        if (abjad == USCRIPT_ARABIC)
            part_article(words, first);
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
