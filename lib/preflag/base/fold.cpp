#include <preflag/base/text.h>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace preflag {

namespace {

constexpr UChar32 first_ideograph = 0x4E00; ///< CJK unified ideographs fold to themselves
constexpr UChar32 last_ideograph = 0x9FFF;

const icu::Normalizer2& compatibility_decomposition() {
    static const icu::Normalizer2& normalizer = []() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* instance = icu::Normalizer2::getNFKDInstance(status);
        if (U_FAILURE(status) || instance == nullptr)
            throw std::runtime_error("ICU has no normalisation data");
        return *instance;
    }();
    return normalizer;
}

bool is_combining(UChar32 character) {
    const auto type = u_charType(character);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// Letters that NFKD leaves whole although their readers see a base letter.
const char* plain_form(UChar32 character) {
    switch (character) {
    case 0x00F8: // o with stroke
        return "o";
    case 0x0142: // l with stroke
        return "l";
    case 0x0111: // d with stroke
        return "d";
    case 0x0131: // dotless i
        return "i";
    case 0x00E6:
        return "ae";
    case 0x0153:
        return "oe";
    case 0x00FE:
        return "th";
    case 0x00DF: // sharp s
        return "ss";
    default:
        return nullptr;
    }
}

void append_utf8(UChar32 character, std::string& target) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, character);
    target.append(bytes.data(), length);
}

/// A character without decomposition, or a part of one.
void append_plain(UChar32 character, std::string& target) {
    if (is_combining(character))
        return;
    if (const char* plain = plain_form(character))
        target += plain;
    else
        append_utf8(u_tolower(character), target);
}

/// Decomposes and folds one character beyond ASCII. Marks are dropped, so their order is no matter,
/// and a text can be folded character by character.
void append_folded(UChar32 character, std::string& target) {
    if (character >= first_ideograph && character <= last_ideograph)
        return append_utf8(character, target);
    const UChar32 lower = u_foldCase(character, U_FOLD_CASE_DEFAULT);
    icu::UnicodeString parts;
    if (!compatibility_decomposition().getDecomposition(lower, parts))
        return append_plain(lower, target);
    for (std::int32_t i = 0; i < parts.length();) {
        const UChar32 part = parts.char32At(i);
        i += U16_LENGTH(part);
        append_plain(part, target);
    }
}

/// Letters, digits and the marks that belong to them.
bool is_in_words(UChar32 character) {
    if (character < 0x80)
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
               (character >= 'A' && character <= 'Z');
    return u_isalnum(character) || u_charType(character) == U_COMBINING_SPACING_MARK;
}

} // namespace

std::string fold(std::string_view utf8) {
    if (is_ascii(utf8))
        return ascii_lower(utf8);
    std::string folded;
    folded.reserve(utf8.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t place = 0; place < size;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, place, size, character);
        if (character < 0x80)
            folded += ascii_lower(static_cast<char>(character));
        else
            append_folded(character, folded);
    }
    return folded;
}

std::vector<std::string> folded_words(std::string_view utf8) {
    const std::string folded = fold(utf8);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
    const auto size = static_cast<std::int32_t>(folded.size());
    std::vector<std::string> words;
    bool in_word = false;
    std::int32_t begin = 0; // of the word
    const auto end_word = [&](std::int32_t end) {
        if (in_word)
            words.emplace_back(folded, static_cast<std::size_t>(begin),
                               static_cast<std::size_t>(end - begin));
    };
    for (std::int32_t place = 0; place < size;) {
        const std::int32_t start = place;
        UChar32 character = bytes[place];
        if (character < 0x80)
            ++place;
        else
            U8_NEXT_OR_FFFD(bytes, place, size, character);
        const bool belongs = is_in_words(character);
        if (belongs && !in_word)
            begin = start;
        else if (!belongs)
            end_word(start);
        in_word = belongs;
    }
    end_word(size);
    return words;
}

} // namespace preflag
