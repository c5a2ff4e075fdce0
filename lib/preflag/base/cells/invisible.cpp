#include <preflag/base/cells/invisible.h>

#include <algorithm>
#include <cstdint>

namespace preflag {

namespace {

/// The length of the invisible character at `place`; 0 for another one.
std::size_t invisible_at(std::string_view text, std::size_t place) {
    const auto byte = [&](std::size_t offset) -> unsigned {
        return place + offset < text.size() ? static_cast<unsigned char>(text[place + offset]) : 0U;
    };
    constexpr std::size_t two = 2, three = 3;
    switch (byte(0)) {
    case 0xC2: // soft hyphen
        return byte(1) == 0xAD ? two : 0;
    case 0xCD: // combining grapheme joiner
        return byte(1) == 0x8F ? two : 0;
    case 0xD8: // Arabic letter mark
        return byte(1) == 0x9C ? two : 0;
    case 0xE1: // Mongolian vowel separator
        return byte(1) == 0xA0 && byte(2) == 0x8E ? three : 0;
    case 0xE2:
        break;
    case 0xEF: // byte order mark
        return byte(1) == 0xBB && byte(2) == 0xBF ? three : 0;
    default:
        return 0;
    }
    const unsigned last = byte(2);
    const bool is_general = byte(1) == 0x80 && (last == 0x8B || last == 0x8E || last == 0x8F ||
                                                (last >= 0xAA && last <= 0xAE));
    const bool is_operator =
        byte(1) == 0x81 && ((last >= 0xA0 && last <= 0xA4) || (last >= 0xA6 && last <= 0xA9));
    return is_general || is_operator ? three : 0;
}

} // namespace

bool has_invisible(std::string_view utf8) {
    for (std::size_t place = 0; place < utf8.size(); ++place)
        if ((static_cast<unsigned char>(utf8[place]) & 0x80U) != 0 && invisible_at(utf8, place) > 0)
            return true;
    return false;
}

std::string without_invisible(std::string_view utf8) {
    std::string text;
    text.reserve(utf8.size());
    for (std::size_t place = 0; place < utf8.size();) {
        const std::size_t length = invisible_at(utf8, place);
        if (length == 0)
            text += utf8[place];
        place += std::max<std::size_t>(length, 1);
    }
    return text;
}

} // namespace preflag
