#include <preflag/base/text.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace preflag {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// The character at `at`, moving `at` behind it; negative for invalid UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto index = static_cast<std::int32_t>(0);
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 8));
    UChar32 character = 0;
    U8_NEXT(bytes + at, index, length, character);
    at += static_cast<std::size_t>(index);
    return character;
}

bool is_unprintable(UChar32 character) {
    if (character < 0)
        return true;
    const auto type = u_charType(character);
    // FORMAT_CHAR holds the bidirectional overrides; soft hyphen and joiners go with them.
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
           type == U_PARAGRAPH_SEPARATOR || type == U_SURROGATE;
}

std::size_t width_of(UChar32 character) {
    const auto type = u_charType(character);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK)
        return 0;
    const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_visible_ascii(char c) {
    return c > ' ' && c <= '~';
}

bool starts_with_space(std::string_view text, std::size_t& length) {
    length = is_ascii_space(text.front()) ? 1 : text.starts_with("\xC2\xA0") ? 2 : 0;
    return length != 0;
}

} // namespace

bool is_ascii(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    const char* place = text.data();
    std::size_t left = text.size();
    std::uint64_t seen = 0;
    for (; left >= sizeof(seen); left -= sizeof(seen), place += sizeof(seen)) {
        std::uint64_t block = 0;
        std::memcpy(&block, place, sizeof(block));
        seen |= block;
    }
    for (; left > 0; --left, ++place)
        seen |= static_cast<unsigned char>(*place);
    return (seen & high_bits) == 0;
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80)
            ++at;
        else if (next_character(text, at) < 0)
            return false;
    }
    return true;
}

std::string_view trim(std::string_view text) {
    if (text.empty() || (is_visible_ascii(text.front()) && is_visible_ascii(text.back())))
        return text;
    std::size_t length = 0;
    while (!text.empty() && starts_with_space(text, length))
        text.remove_prefix(length);
    for (;;) {
        if (!text.empty() && is_ascii_space(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with("\xC2\xA0"))
            text.remove_suffix(2);
        else
            return text;
    }
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        c = ascii_lower(c);
    return lower;
}

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
    const std::size_t difference =
        left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (difference > limit)
        return limit + 1;
    std::vector<std::size_t> before(right.size() + 1), previous(right.size() + 1),
        current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j)
        previous[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t cost = left[i - 1] == right[j - 1] ? 0 : 1;
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
        }
        if (*std::min_element(current.begin(), current.end()) > limit)
            return limit + 1;
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return std::min(previous[right.size()], limit + 1);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest = 200; // comparing takes the product of both lengths
    if (word.size() > longest)
        return std::nullopt;
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    const std::string* found = nullptr;
    const std::string lower = ascii_lower(word);
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(lower, ascii_lower(candidate), best);
        if (distance < best) {
            best = distance;
            found = &candidate;
        }
    }
    return found == nullptr ? std::nullopt : std::optional<std::string>(*found);
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                         std::string otherwise) {
    const auto near = nearest(word, candidates);
    return near ? "did you mean \"" + *near + "\"?" : std::move(otherwise);
}

std::string printable(std::string_view utf8) {
    std::string safe;
    safe.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        const UChar32 character = next_character(utf8, at);
        if (character == '\n' || character == '\r' || character == '\t')
            safe += ' ';
        else if (is_unprintable(character))
            safe += replacement;
        else
            safe += utf8.substr(start, at - start);
    }
    return safe;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const UChar32 character = next_character(utf8, at);
        width += character < 0 ? 1 : width_of(character);
    }
    return width;
}

std::string fit(std::string_view utf8, std::size_t columns) {
    if (utf8.size() <= columns || display_width(utf8) <= columns)
        return std::string(utf8);
    if (columns == 0)
        return {};
    std::size_t width = 0;
    std::size_t at = 0;
    for (;;) {
        std::size_t next = at;
        const UChar32 character = next_character(utf8, next);
        width += character < 0 ? 1 : width_of(character);
        if (width > columns - 1)
            return std::string(utf8.substr(0, at)) + std::string(ellipsis);
        at = next;
    }
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

std::string plural(std::uint64_t count, std::string_view noun) {
    std::string text(noun);
    return count == 1 ? text : text + 's';
}

std::string counted(std::uint64_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + plural(count, noun);
}

std::string hexadecimal(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) / 16];
        text += digits[static_cast<unsigned char>(byte) % 16];
    }
    return text;
}

std::string_view truncate_utf8(std::string_view utf8, std::size_t bytes) {
    if (utf8.size() <= bytes)
        return utf8;
    while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return utf8.substr(0, bytes);
}

} // namespace preflag
