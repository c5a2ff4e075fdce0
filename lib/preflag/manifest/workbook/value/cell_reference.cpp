#include <preflag/base/text.h>
#include <preflag/manifest/workbook/value/cell_reference.h>

#include <algorithm>
#include <utility>

namespace preflag {

std::optional<CellReference> parse_cell_reference(std::string_view text) {
    CellReference place;
    std::size_t at = 0;
    const auto skip_dollar = [&] { at += at < text.size() && text[at] == '$' ? 1U : 0U; };
    skip_dollar();
    for (; at < text.size() && is_ascii_letter(text[at]); ++at) {
        place.column =
            place.column * 26 + static_cast<std::uint32_t>(ascii_lower(text[at]) - 'a') + 1;
        if (place.column > most_sheet_columns)
            return std::nullopt;
    }
    skip_dollar();
    for (; at < text.size() && is_ascii_digit(text[at]); ++at) {
        place.row = place.row * 10 + static_cast<std::uint64_t>(text[at] - '0');
        if (place.row > most_sheet_rows)
            return std::nullopt;
    }
    if (at != text.size() || place.row == 0 || place.column == 0)
        return std::nullopt;
    return place;
}

std::optional<CellRange> parse_cell_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = parse_cell_reference(text.substr(0, colon));
    const auto last =
        colon == std::string_view::npos ? first : parse_cell_reference(text.substr(colon + 1));
    if (!first || !last)
        return std::nullopt;
    CellRange range{*first, *last};
    if (range.first.row > range.last.row)
        std::swap(range.first.row, range.last.row);
    if (range.first.column > range.last.column)
        std::swap(range.first.column, range.last.column);
    return range;
}

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

} // namespace preflag
