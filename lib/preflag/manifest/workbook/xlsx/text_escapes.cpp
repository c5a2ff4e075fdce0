#include <preflag/base/text.h>
#include <preflag/manifest/workbook/xlsx/text_escapes.h>

#include <charconv>
#include <optional>

namespace preflag {

namespace {

constexpr std::size_t escape_size = 7; ///< "_x000D_"

std::optional<unsigned> escaped_unit(std::string_view text) {
    if (text.size() < escape_size || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return std::nullopt;
    unsigned unit = 0;
    const char* const first = text.data() + 2;
    const auto [end, error] = std::from_chars(first, first + 4, unit, 16);
    return error == std::errc() && end == first + 4 ? std::optional(unit) : std::nullopt;
}

/// Half of a character beyond U+FFFF becomes U+FFFD.
void append_unit(unsigned unit, std::string& text) {
    constexpr unsigned replacement = 0xFFFD;
    if (unit >= 0xD800 && unit < 0xE000)
        unit = replacement;
    if (unit < 0x80) {
        const char sign = static_cast<char>(unit);
        text += unit < 0x20 && !is_ascii_space(sign) ? ' ' : sign;
    } else if (unit < 0x800) {
        text += static_cast<char>(0xC0U | unit >> 6U);
        text += static_cast<char>(0x80U | (unit & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | unit >> 12U);
        text += static_cast<char>(0x80U | (unit >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (unit & 0x3FU));
    }
}

} // namespace

void unescape_in_place(std::string& text, std::size_t from) {
    std::size_t place = text.find("_x", from);
    if (place == std::string::npos)
        return;
    const std::string written = text.substr(place);
    text.resize(place);
    for (std::size_t at = 0; at < written.size();) {
        if (const auto unit = escaped_unit(std::string_view(written).substr(at))) {
            append_unit(*unit, text);
            at += escape_size;
        } else {
            text += written[at++];
        }
    }
}

} // namespace preflag
