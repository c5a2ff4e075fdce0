#include <preflag/base/text.h>
#include <preflag/report/text/safe_cell.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

/// Full-width = + - @, which some spreadsheets read as the ASCII signs.
constexpr std::array<std::string_view, 4> wide_signs = {"\xEF\xBC\x9D", "\xEF\xBC\x8B",
                                                        "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

bool looks_like_formula(std::string_view text) {
    if (text.empty())
        return false;
    if (text.front() == '\t' || text.front() == '\r')
        return true;
    const std::string_view inner = trim(text);
    if (inner.empty())
        return false;
    return std::string_view("=+-@").find(inner.front()) != std::string_view::npos ||
           std::any_of(wide_signs.begin(), wide_signs.end(),
                       [inner](std::string_view sign) { return inner.starts_with(sign); });
}

bool needs_quotes(std::string_view text) {
    return text.find_first_of("\",;") != std::string_view::npos ||
           (!text.empty() && (text.front() == ' ' || text.back() == ' '));
}

std::string in_quotes(std::string_view text) {
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"')
            cell += '"';
        cell += c;
    }
    cell += '"';
    return cell;
}

} // namespace

std::string safe_csv_cell(std::string_view text) {
    std::string cell = printable(text);
    if (looks_like_formula(text) || looks_like_formula(cell))
        cell.insert(0, 1, '\'');
    return needs_quotes(cell) ? in_quotes(cell) : cell;
}

} // namespace preflag
