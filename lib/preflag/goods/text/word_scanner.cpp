#include <preflag/base/text.h>
#include <preflag/goods/text/word_scanner.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::uint64_t hash_start = 14695981039346656037ULL;
constexpr std::uint64_t hash_factor = 1099511628211ULL;
constexpr std::size_t longest_kept_stem = 3; ///< letters before a digit that stay with it

enum class Class : std::uint8_t { separator, letter, digit, high };

/// What a byte is, and what it counts as in a hash.
struct Byte {
    Class kind = Class::separator;
    std::uint8_t lower = 0;
};

constexpr std::array<Byte, 256> byte_table = [] {
    std::array<Byte, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto c = static_cast<char>(i);
        table[i].kind = i >= 0x80            ? Class::high
                        : is_ascii_digit(c)  ? Class::digit
                        : is_ascii_letter(c) ? Class::letter
                                             : Class::separator;
        table[i].lower = static_cast<std::uint8_t>(ascii_lower(c));
    }
    return table;
}();

Byte byte_of(char c) {
    return byte_table[static_cast<unsigned char>(c)];
}

Class class_of(char c) {
    return byte_of(c).kind;
}

/// A plural s of a long word does not count, but that of "-ures" does: German "salpetersaures
/// Silber" is no acid.
std::string_view without_plural(std::string_view word) {
    if (word.size() < 5 || (word.back() | 0x20) != 's' || (word[word.size() - 2] | 0x20) == 's')
        return word;
    const std::string_view end = word.substr(word.size() - 4, 3);
    const bool is_adjective =
        (end[0] | 0x20) == 'u' && (end[1] | 0x20) == 'r' && (end[2] | 0x20) == 'e';
    return is_adjective ? word : word.substr(0, word.size() - 1);
}

/// FNV-1a over a word's bytes in lower case.
struct WordHash {
    std::uint64_t whole = hash_start;
    std::uint64_t without_last = hash_start;

    void add(Byte byte) {
        without_last = whole;
        whole = (whole ^ byte.lower) * hash_factor;
    }
};

/// The word at a place of the text. A plural s is left out of its hash; `folded` is the word itself
/// or its folded form.
Word word_at(std::size_t begin, std::size_t end, std::string_view folded, const WordHash& hash,
             bool digits) {
    const bool plural = without_plural(folded).size() != folded.size();
    return {plural ? hash.without_last : hash.whole, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end - begin), digits, plural};
}

bool is_word_character(UChar32 c) {
    const auto type = u_charType(c);
    return u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           type == U_OTHER_NUMBER;
}

bool stands_alone(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
}

/// Whether the digits at `place` are a figure that a space is missing before ("peroxide35"), and no
/// part of a formula or a typo of the pen ("NITR1C").
bool begins_number(std::string_view text, std::size_t begin, std::size_t place) {
    if (place - begin <= longest_kept_stem)
        return false;
    while (place < text.size() && class_of(text[place]) == Class::digit)
        ++place;
    return place == text.size() || class_of(text[place]) != Class::letter;
}

bool is_digit(UChar32 c) {
    return u_isdigit(c) || u_charType(c) == U_OTHER_NUMBER;
}

bool letter_follows_digits(std::string_view text, std::size_t begin) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    auto place = static_cast<std::int32_t>(begin);
    while (place < size) {
        UChar32 c = 0;
        U8_NEXT(bytes, place, size, c);
        if (c < 0 || !is_digit(c))
            return c >= 0 && u_isalpha(c);
    }
    return false;
}

/// Adds one word that holds characters beyond ASCII.
void add_folded(std::string_view text, std::size_t begin, std::size_t end, std::vector<Word>& words,
                std::string& folded) {
    folded = fold(text.substr(begin, end - begin));
    const bool digits = std::all_of(folded.begin(), folded.end(), is_ascii_digit);
    WordHash hash;
    for (const char c : folded)
        hash.add(byte_of(c));
    words.push_back(word_at(begin, end, folded, hash, digits));
}

/// The end of the word that begins at `begin`, where a character beyond ASCII takes part. CJK
/// characters end the word before them and are words themselves.
std::size_t scan_unicode(std::string_view text, std::size_t begin, std::vector<Word>& words,
                         std::string& folded) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    auto place = static_cast<std::int32_t>(begin);
    std::size_t letters = 0;
    bool digits = false;
    while (place < size) {
        const std::int32_t start = place;
        UChar32 c = 0;
        U8_NEXT(bytes, place, size, c);
        const bool alone = c >= 0 && stands_alone(c);
        const bool digit = c >= 0 && is_digit(c);
        const bool cuts = digit && !digits && letters > longest_kept_stem &&
                          !letter_follows_digits(text, static_cast<std::size_t>(start));
        if (cuts) {
            add_folded(text, begin, static_cast<std::size_t>(start), words, folded);
            return static_cast<std::size_t>(start);
        }
        digits = digits || digit;
        letters += c >= 0 && u_isalpha(c) ? 1U : 0U;
        if (c >= 0 && is_word_character(c) && !alone)
            continue;
        if (static_cast<std::size_t>(start) > begin)
            add_folded(text, begin, static_cast<std::size_t>(start), words, folded);
        if (alone)
            add_folded(text, static_cast<std::size_t>(start), static_cast<std::size_t>(place),
                       words, folded);
        return static_cast<std::size_t>(place);
    }
    if (text.size() > begin)
        add_folded(text, begin, text.size(), words, folded);
    return text.size();
}

} // namespace

void scan_words(std::string_view text, std::vector<Word>& words, std::string& folded) {
    words.clear();
    std::size_t i = 0;
    while (i < text.size()) {
        const Class first = class_of(text[i]);
        if (first == Class::separator) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        bool letters = false;
        bool digits = false;
        WordHash hash;
        while (i < text.size()) {
            const Byte byte = byte_of(text[i]);
            if (byte.kind == Class::letter)
                letters = true;
            else if (byte.kind != Class::digit ||
                     (letters && !digits && begins_number(text, begin, i)))
                break;
            else
                digits = true;
            hash.add(byte);
            ++i;
        }
        if (i < text.size() && class_of(text[i]) == Class::high) {
            i = scan_unicode(text, begin, words, folded);
            continue;
        }
        words.push_back(word_at(begin, i, text.substr(begin, i - begin), hash, !letters));
    }
}

} // namespace preflag
