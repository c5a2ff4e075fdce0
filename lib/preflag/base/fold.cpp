#include <preflag/base/text.h>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace preflag {

namespace {

const icu::Normalizer2& compatibility_decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status) || normalizer == nullptr)
        throw std::runtime_error("ICU has no normalisation data");
    return *normalizer;
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
    default:
        return nullptr;
    }
}

} // namespace

std::string fold(std::string_view utf8) {
    if (is_ascii(utf8))
        return ascii_lower(utf8);
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    text.foldCase();
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString decomposed = compatibility_decomposition().normalize(text, status);
    icu::UnicodeString kept;
    std::string folded;
    for (std::int32_t i = 0; i < decomposed.length();) {
        const UChar32 character = decomposed.char32At(i);
        i += U16_LENGTH(character);
        if (is_combining(character))
            continue;
        if (const char* plain = plain_form(character))
            kept.append(icu::UnicodeString::fromUTF8(plain));
        else
            kept.append(u_tolower(character));
    }
    kept.toUTF8String(folded);
    return folded;
}

std::vector<std::string> folded_words(std::string_view utf8) {
    const std::string folded = fold(utf8);
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(folded);
    std::vector<std::string> words;
    icu::UnicodeString word;
    const auto finish_word = [&] {
        if (!word.isEmpty())
            word.toUTF8String(words.emplace_back());
        word.remove();
    };
    for (std::int32_t i = 0; i < text.length();) {
        const UChar32 character = text.char32At(i);
        i += U16_LENGTH(character);
        if (u_isalnum(character) || u_charType(character) == U_COMBINING_SPACING_MARK)
            word.append(character);
        else
            finish_word();
    }
    finish_word();
    return words;
}

} // namespace preflag
