#include <preflag/base/error.h>
#include <preflag/names/word/transliterator.h>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace preflag {

namespace {

UScriptCode script_of(UChar32 character) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &error);
    return U_FAILURE(error) != 0 ? USCRIPT_UNKNOWN : script;
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

/// How letters are written that ICU's tables know otherwise: Arabic consonants that Latin letters
/// write in several ways (names/consonants.h) and the letter ayn, letters of Persian, Urdu, Pashto
/// and Hebrew, the Greek eta, and letters of Serbian, Macedonian and Belarusian, which the Russian
/// table has not. After the BGN/PCGN systems, but for hamza and ayn, which nobody writes.
struct Rewriting {
    char16_t from;
    const char16_t* to;
};
constexpr std::array<Rewriting, 49> rewritings{
    {{u'\uC774', u"Ri"},     {u'\u0397', u"\u0399"}, {u'\u0389', u"\u0399"}, {u'\u03B7', u"\u03B9"},
     {u'\u03AE', u"\u03AF"}, {u'\u0629', u"ah"},     {u'\u0630', u"dh"},     {u'\u0636', u"dh"},
     {u'\u0638', u"dh"},     {u'\u062B', u"th"},     {u'\u0639', u"e"},      {u'\u06C1', u"\u0647"},
     {u'\u06BE', u"\u0647"}, {u'\u06C0', u"\u0647"}, {u'\u06C3', u"ah"},     {u'\u06D2', u"\u06CC"},
     {u'\u06D3', u"\u06CC"}, {u'\u06CD', u"\u06CC"}, {u'\u06D0', u"\u06CC"}, {u'\u0679', u"t"},
     {u'\u067C', u"t"},      {u'\u0688', u"d"},      {u'\u0689', u"d"},      {u'\u0691', u"r"},
     {u'\u0693', u"r"},      {u'\u06BA', u"n"},      {u'\u06BC', u"n"},      {u'\u0681', u"z"},
     {u'\u0685', u"ts"},     {u'\u0696', u"zh"},     {u'\u069A', u"sh"},     {u'\u06AB', u"g"},
     {u'\u05D0', u"a"},      {u'\u05E2', u"e"},      {u'\u05D7', u"kh"},     {u'\u0402', u"Dj"},
     {u'\u0452', u"dj"},     {u'\u0408', u"J"},      {u'\u0458', u"j"},      {u'\u0409', u"Lj"},
     {u'\u0459', u"lj"},     {u'\u040A', u"Nj"},     {u'\u045A', u"nj"},     {u'\u040B', u"C"},
     {u'\u045B', u"c"},      {u'\u040F', u"Dz"},     {u'\u045F', u"dz"},     {u'\u040E', u"U"},
     {u'\u045E', u"u"}}};

/// Hebrew letters that sound otherwise within a word than at its beginning.
constexpr std::array<Rewriting, 2> inner_rewritings{{{u'\u05D1', u"bh"}, {u'\u05DB', u"kh"}}};

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

/// The consonants of Khmer from U+1780 on, by the BGN/PCGN system; ICU has no table for them.
constexpr std::array<const char16_t*, 35> khmer_consonants{
    {u"k", u"kh", u"k", u"kh", u"ng", u"ch", u"ch", u"ch", u"ch", u"nh", u"d", u"th",
     u"d", u"th", u"n", u"t",  u"th", u"t",  u"th", u"n",  u"b",  u"ph", u"p", u"ph",
     u"m", u"y",  u"r", u"l",  u"v",  u"sh", u"s",  u"s",  u"h",  u"l",  u"a"}};

/// Of a letter of Khmer: what it is, and nothing for vowels; null for others.
const char16_t* khmer_letter(char16_t c) {
    constexpr char16_t first = u'\u1780';
    constexpr char16_t last = u'\u17DD';
    if (c < first || c > last)
        return nullptr;
    const auto place = static_cast<std::size_t>(c - first);
    return place < khmer_consonants.size() ? khmer_consonants[place] : u"";
}

const Rewriting* rule_for(char16_t c, std::span<const Rewriting> rules) {
    const auto known = std::find_if(rules.begin(), rules.end(),
                                    [&](const Rewriting& rule) { return rule.from == c; });
    return known == rules.end() ? nullptr : &*known;
}

/// A letter "h" behind one that would be read with it as "sh", "dh" and the like.
bool needs_vowel_between(char16_t before, char16_t c) {
    constexpr std::u16string_view breaths = u"\u0647\u062D\u06C1\u05D4";
    constexpr std::u16string_view others =
        u"\u0633\u0635\u0632\u062F\u062A\u0637\u0643\u06A9\u06AF" // Arabic
        u"\u0630\u0636\u0638\u062B\u0634\u062E\u063A"
        u"\u05E1\u05E9\u05D6\u05D3\u05D8\u05EA\u05DB\u05D2\u05D1"; // Hebrew
    return breaths.find(c) != std::u16string_view::npos &&
           others.find(before) != std::u16string_view::npos;
}

icu::UnicodeString rewritten(const icu::UnicodeString& word) {
    constexpr char16_t heh = u'\u0647';
    constexpr char16_t no_joiner = u'\u200C';
    icu::UnicodeString text;
    for (int32_t i = 0; i < word.length(); ++i) {
        const char16_t c = word.charAt(i);
        if (c == heh && i + 1 < word.length() && word.charAt(i + 1) == no_joiner)
            continue; // a vowel of Persian
        if (i > 0 && i + 1 < word.length() && needs_vowel_between(word.charAt(i - 1), c))
            text.append(u'e');
        const Rewriting* rule = rule_for(c, rewritings);
        if (rule == nullptr && i > 0)
            rule = rule_for(c, inner_rewritings);
        if (const char16_t* khmer = khmer_letter(c))
            text.append(icu::UnicodeString(khmer));
        else if (rule == nullptr)
            text.append(c);
        else
            text.append(icu::UnicodeString(rule->to));
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

} // namespace

struct Transliterator::Tables {
    Tables() {
        UErrorCode error = U_ZERO_ERROR;
        latin.reset(icu::Transliterator::createInstance(
            "NFKC; Russian-Latin/BGN; [:Greek:] Greek-Latin/UNGEGN; [:Mymr:] Myanmar-Latin; "
            "Any-Latin",
            UTRANS_FORWARD, error));
        ascii.reset(
            icu::Transliterator::createInstance("Latin-ASCII; Lower", UTRANS_FORWARD, error));
        if (U_FAILURE(error) != 0)
            throw Error(std::string("ICU cannot transliterate: ") + u_errorName(error));
    }
    std::unique_ptr<icu::Transliterator> latin, ascii;
};

Transliterator::Transliterator() = default;
Transliterator::~Transliterator() = default;
Transliterator::Transliterator(Transliterator&&) noexcept = default;

/// Signs that transliteration leaves for hard and soft signs, hamza and ayn are dropped.
std::string Transliterator::to_latin(std::string_view word) {
    if (!tables_)
        tables_ = std::make_unique<Tables>();
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
    const UScriptCode script = text.isEmpty() ? USCRIPT_UNKNOWN : script_of(text.char32At(0));
    text = rewritten(syllables_apart(with_figures(text)));
    rewrite_greek_beginning(text);
    tables_->latin->transliterate(text);
    if (is_indic(script))
        drop_last_vowel(text);
    if (script == USCRIPT_HANGUL)
        harden_ends(text);
    tables_->ascii->transliterate(text);
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

} // namespace preflag
