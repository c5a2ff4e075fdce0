#include <preflag/base/text.h>
#include <preflag/manifest/source/markup_text.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_entity = 10;
constexpr std::size_t longest_tag = 200;

/// Names of entities that stand in trade texts, sorted. Those of letters with accents are put
/// together from the letter and the accent.
constexpr std::array<std::pair<std::string_view, std::string_view>, 58> entities{{
    {"AElig", "Æ"},  {"OElig", "Œ"},  {"Omega", "Ω"},  {"Oslash", "Ø"}, {"aelig", "æ"},
    {"alpha", "α"},  {"amp", "&"},    {"apos", "'"},   {"beta", "β"},   {"bull", "•"},
    {"cent", "¢"},   {"copy", "©"},   {"deg", "°"},    {"delta", "δ"},  {"divide", "÷"},
    {"eth", "ð"},    {"euro", "€"},   {"frac12", "½"}, {"frac14", "¼"}, {"frac34", "¾"},
    {"gamma", "γ"},  {"ge", "≥"},     {"gt", ">"},     {"hellip", "…"}, {"laquo", "«"},
    {"ldquo", "“"},  {"le", "≤"},     {"lsquo", "‘"},  {"lt", "<"},     {"mdash", "—"},
    {"micro", "µ"},  {"middot", "·"}, {"minus", "−"},  {"mu", "μ"},     {"nbsp", " "},
    {"ndash", "–"},  {"ne", "≠"},     {"oelig", "œ"},  {"omega", "ω"},  {"ordm", "º"},
    {"oslash", "ø"}, {"para", "¶"},   {"permil", "‰"}, {"plusmn", "±"}, {"pound", "£"},
    {"quot", "\""},  {"raquo", "»"},  {"rdquo", "”"},  {"reg", "®"},    {"rsquo", "’"},
    {"sect", "§"},   {"sup1", "¹"},   {"sup2", "²"},   {"sup3", "³"},   {"szlig", "ß"},
    {"thorn", "þ"},  {"times", "×"},  {"trade", "™"},
}};

/// Accents of entities and their letters in Latin-1: "auml" is "ä".
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> accents{{
    {"grave", "AÀEÈIÌOÒUÙaàeèiìoòuù"},
    {"acute", "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyý"},
    {"circ", "AÂEÊIÎOÔUÛaâeêiîoôuû"},
    {"tilde", "AÃNÑOÕaãnñoõ"},
    {"uml", "AÄEËIÏOÖUÜaäeëiïoöuüyÿ"},
    {"ring", "AÅaå"},
    {"cedil", "CÇcçSŞsş"},
    {"caron", "SŠZŽsšzžCČcč"},
}};

constexpr std::array<std::string_view, 16> inline_tags{
    "b",    "i",     "u",   "em", "strong", "sub",  "sup", "span",
    "font", "small", "big", "a",  "tt",     "code", "s",   "mark"};
constexpr std::array<std::string_view, 13> block_tags{"br", "p",  "div", "li", "ul", "ol", "td",
                                                      "tr", "th", "hr",  "h1", "h2", "h3"};

void append_utf8(std::uint32_t code, std::string& text) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6U));
        text += static_cast<char>(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | (code >> 12U));
        text += static_cast<char>(0x80 | ((code >> 6U) & 0x3FU));
        text += static_cast<char>(0x80 | (code & 0x3FU));
    } else {
        text += static_cast<char>(0xF0 | (code >> 18U));
        text += static_cast<char>(0x80 | ((code >> 12U) & 0x3FU));
        text += static_cast<char>(0x80 | ((code >> 6U) & 0x3FU));
        text += static_cast<char>(0x80 | (code & 0x3FU));
    }
}

bool is_character(std::uint32_t code) {
    return (code >= 0x20 && code < 0xD800) || (code > 0xDFFF && code <= 0x10FFFF);
}

/// The number that the whole text is, to this base.
std::uint32_t number_of(std::string_view digits, int base) {
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    return error == std::errc{} && end == digits.data() + digits.size() ? code : 0;
}

/// "auml" -> "ä".
std::string_view accented(std::string_view name) {
    for (const auto& [accent, letters] : accents) {
        if (name.size() != accent.size() + 1 || name.substr(1) != accent)
            continue;
        for (std::size_t i = 0; i + 2 < letters.size(); i += 3)
            if (letters[i] == name.front())
                return letters.substr(i + 1, 2);
    }
    return {};
}

/// What stands at an ampersand, appended; the bytes that it takes, or 0.
std::size_t append_entity(std::string_view text, std::string& target) {
    const std::size_t end = text.substr(0, longest_entity + 2).find(';');
    if (end == std::string_view::npos || end < 3)
        return 0;
    const std::string_view name = text.substr(1, end - 1);
    if (name.front() == '#') {
        const bool is_hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
        const std::uint32_t code =
            is_hex ? number_of(name.substr(2), 16) : number_of(name.substr(1), 10);
        if (!is_character(code))
            return 0;
        append_utf8(code == 0xA0 ? ' ' : code, target);
        return end + 1;
    }
    const auto* const found = std::find_if(
        entities.begin(), entities.end(), [&](const auto& entity) { return entity.first == name; });
    const std::string_view letter = found != entities.end() ? found->second : accented(name);
    target += letter;
    return letter.empty() ? 0 : end + 1;
}

/// The bytes that a tag takes, or 0; a blank for one that parts words.
std::size_t append_tag(std::string_view text, std::string& target) {
    std::size_t at = text.substr(1).starts_with('/') ? 2 : 1;
    const std::size_t begin = at;
    while (at < text.size() && (is_ascii_letter(text[at]) || is_ascii_digit(text[at])))
        ++at;
    const std::string name = ascii_lower(text.substr(begin, at - begin));
    const bool is_block = std::find(block_tags.begin(), block_tags.end(), name) != block_tags.end();
    if (!is_block && std::find(inline_tags.begin(), inline_tags.end(), name) == inline_tags.end())
        return 0;
    const std::size_t end = text.substr(0, longest_tag).find('>', at);
    if (end == std::string_view::npos ||
        text.substr(1, end - 1).find('<') != std::string_view::npos)
        return 0;
    const std::string_view rest = text.substr(at, end - at);
    const bool has_attributes =
        rest.starts_with(' ') && (rest.find('=') != std::string_view::npos || rest == " /");
    if (!rest.empty() && rest != "/" && !has_attributes)
        return 0;
    target += is_block ? " " : "";
    return end + 1;
}

/// "\u00e4", also as two halves of a pair; the bytes that it takes, or 0.
std::size_t append_escape(std::string_view text, std::string& target) {
    const auto unit = [&](std::size_t at) -> std::uint32_t {
        if (text.size() < at + 6 || text[at] != '\\' ||
            (text[at + 1] != 'u' && text[at + 1] != 'U'))
            return 0;
        return number_of(text.substr(at + 2, 4), 16);
    };
    const std::uint32_t first = unit(0);
    if (is_character(first)) {
        append_utf8(first == 0xA0 ? ' ' : first, target);
        return 6;
    }
    const std::uint32_t second = first >= 0xD800 && first < 0xDC00 ? unit(6) : 0;
    if (second < 0xDC00 || second > 0xDFFF)
        return 0;
    append_utf8(0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), target);
    return 12;
}

std::string once_without_markup(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const std::size_t taken = rest.front() == '&'    ? append_entity(rest, clean)
                                  : rest.front() == '<'  ? append_tag(rest, clean)
                                  : rest.front() == '\\' ? append_escape(rest, clean)
                                                         : 0;
        if (taken == 0)
            clean += rest.front();
        i += std::max<std::size_t>(taken, 1);
    }
    return clean;
}

} // namespace

std::string without_markup(std::string_view text) {
    std::string clean = once_without_markup(text);
    return clean == text ? clean : once_without_markup(clean);
}

} // namespace preflag
