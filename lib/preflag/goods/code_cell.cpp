#include <preflag/base/text.h>
#include <preflag/goods/code_cell.h>
#include <preflag/goods/code_repair.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <span>

namespace preflag {

namespace {

constexpr std::string_view around_codes = " '`\"=-./,:#";

/// What a character beyond ASCII is in a code: a digit, a dash, a blank, nothing, or a mark that
/// parts.
struct Plain {
    char c = '\0';
    bool is_nothing = false;
};

Plain plain_form(UChar32 c) {
    if (c >= 0 && u_isdigit(c) != 0)
        return {static_cast<char>('0' + u_charDigitValue(c))};
    const auto type = c < 0 ? U_UNASSIGNED : static_cast<UCharCategory>(u_charType(c));
    if (type == U_DASH_PUNCTUATION || c == 0x2212)
        return {'-'};
    if (type == U_FORMAT_CHAR || type == U_CONTROL_CHAR || type == U_NON_SPACING_MARK ||
        c == 0x180E)
        return {'\0', true};
    if (type == U_SPACE_SEPARATOR)
        return {' '};
    switch (c) {
    case 0xFF0F:
        return {'/'};
    case 0xFF0E:
        return {'.'};
    case 0xFF0C:
    case 0x3001:
    case 0x060C:
        return {','};
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
        return {'\''};
    default:
        return {c >= 0 && u_isalpha(c) != 0 ? 'x' : ';'};
    }
}

/// The plain text of a cell, and where each of its characters stood.
struct PlainCell {
    std::string text;
    std::vector<std::size_t> places;

    /// With `parts`, marks that do not print are blanks.
    PlainCell(std::string_view cell, bool parts) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(cell.data());
        const auto size = static_cast<std::int32_t>(cell.size());
        for (std::int32_t place = 0; place < size;) {
            const std::int32_t start = place;
            UChar32 c = 0;
            U8_NEXT(bytes, place, size, c);
            const bool is_control = c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r';
            Plain plain = c >= 0 && c < 0x80 ? Plain{static_cast<char>(c)} : plain_form(c);
            if (is_control || c == 0x7F || plain.is_nothing) {
                if (!parts)
                    continue;
                plain.c = ' ';
            }
            text += plain.c;
            places.push_back(static_cast<std::size_t>(start));
        }
        places.push_back(cell.size());
    }
};

/// Without what stands around a code.
std::pair<std::size_t, std::size_t> trimmed(std::string_view text, std::size_t begin,
                                            std::size_t end) {
    const auto is_around = [&](char c) {
        return is_ascii_space(c) || around_codes.find(c) != std::string_view::npos;
    };
    while (begin < end && is_around(text[begin]))
        ++begin;
    while (end > begin && is_around(text[end - 1]))
        --end;
    return {begin, end};
}

CodePart part_at(const std::string& text, const std::vector<std::size_t>& places, std::size_t begin,
                 std::size_t end) {
    const auto at = [&](std::size_t place) {
        return places.begin() + static_cast<std::ptrdiff_t>(place);
    };
    return {places[begin],
            places[end] - places[begin],
            text.substr(begin, end - begin),
            {at(begin), at(end) + 1}};
}

CodePart plain_code(std::string_view cell, bool parts) {
    const PlainCell plain(cell, parts);
    const auto [begin, end] = trimmed(plain.text, 0, plain.text.size());
    return part_at(plain.text, plain.places, begin, end);
}

bool is_ascii_printable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

bool is_within_codes(char c) {
    return is_ascii_digit(c) || c == '-' || c == ' ' || c == '.' || c == '/' || c == ',' ||
           c == '\'';
}

/// One code, repaired if it must be; nothing when it is none.
bool add_cas(const CodePart& part, std::vector<CasInCell>& found) {
    if (const auto cas = CasNumber::parse(part.text)) {
        found.push_back({part, {*cas}, false});
        return true;
    }
    std::vector<CasNumber> repaired = repaired_cas(part.text);
    if (repaired.empty())
        return false;
    found.push_back({part, std::move(repaired), true});
    return true;
}

/// "7722-84-1-7697-37-2": two codes with a dash between them.
bool add_dashed(const CodePart& part, std::vector<CasInCell>& found) {
    std::vector<std::size_t> dashes;
    for (std::size_t i = 0; i < part.text.size(); ++i)
        if (part.text[i] == '-')
            dashes.push_back(i);
    if (dashes.size() % 3 != 2)
        return false;
    dashes.push_back(part.text.size());
    std::size_t begin = 0;
    bool has_any = false;
    for (std::size_t i = 2; i < dashes.size(); i += 3) {
        const std::string code = part.text.substr(begin, dashes[i] - begin);
        if (const auto cas = CasNumber::parse(code)) {
            found.push_back({part, {*cas}, false});
            has_any = true;
        }
        begin = dashes[i] + 1;
    }
    return has_any;
}

/// Marks that part codes, those that never stand within one first.
void add_parts(const CodePart& part, std::span<const CodeMarks> marks,
               std::vector<CasInCell>& found) {
    if (marks.empty()) {
        add_dashed(part, found);
        return;
    }
    for (const CodePart& piece : parts_of_codes(part, marks.front()))
        if (!add_cas(piece, found))
            add_parts(piece, marks.subspan(1), found);
}

} // namespace

CodePart whole_code(std::string_view cell) {
    return plain_code(cell, false);
}

std::vector<CodePart> parts_of_codes(const CodePart& whole, const CodeMarks& marks) {
    std::vector<CodePart> parts;
    const std::string& text = whole.text;
    const auto parts_here = [&](char c) {
        const bool is_letter = is_ascii_letter(c);
        return is_letter ? marks.letters
                         : !is_within_codes(c) || marks.inner.find(c) != std::string_view::npos;
    };
    std::size_t start = 0;
    for (std::size_t place = 0; place <= text.size(); ++place) {
        if (place < text.size() && !parts_here(text[place]))
            continue;
        const auto [begin, end] = trimmed(text, start, place);
        start = place + 1;
        if (has_digit(std::string_view(text).substr(begin, end - begin)))
            parts.push_back(part_at(text, whole.places, begin, end));
    }
    return parts;
}

std::vector<CasInCell> cas_in_cell(std::string_view cell) {
    constexpr std::array marks{CodeMarks{false, ""}, CodeMarks{true, ""}, CodeMarks{true, ","},
                               CodeMarks{true, " "}, CodeMarks{true, "/"}};
    std::vector<CasInCell> found;
    for (const bool parts : {false, true}) {
        const CodePart whole = plain_code(cell, parts);
        if (has_digit(whole.text) && !add_cas(whole, found))
            add_parts(whole, marks, found);
        if (!found.empty() || is_ascii_printable(cell))
            break;
    }
    return found;
}

} // namespace preflag
