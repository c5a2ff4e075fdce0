#include <preflag/base/text.h>
#include <preflag/manifest/header/cell_forms.h>

#include <algorithm>
#include <cstdlib>

namespace preflag {

namespace {

constexpr std::size_t longest_unit = 12;
constexpr std::size_t longest_article = 24;

bool is_number_character(char c) {
    return is_ascii_digit(c) || c == '.' || c == ',' || c == '\'' || c == ' ';
}

/// The end of the number at the beginning of a cell; 0 when there is none.
std::size_t end_of_number(std::string_view cell) {
    if (cell.empty() || !is_ascii_digit(cell.front()))
        return 0;
    std::size_t end = 0;
    while (end < cell.size() && is_number_character(cell[end]))
        ++end;
    while (end > 0 && !is_ascii_digit(cell[end - 1]))
        --end;
    return end;
}

/// A number as it is written with a point, or with a comma before less than three digits.
double value_of(std::string_view number) {
    std::string text(number);
    std::replace(text.begin(), text.end(), ',', '.');
    return std::strtod(text.c_str(), nullptr);
}

bool is_article(std::string_view cell) {
    const auto digits = std::count_if(cell.begin(), cell.end(), is_ascii_digit);
    const auto letters = std::count_if(cell.begin(), cell.end(), is_ascii_letter);
    const auto marks = std::count_if(cell.begin(), cell.end(), [](char c) {
        return c == '-' || c == '/' || c == '.' || c == '_';
    });
    return cell.size() <= longest_article && digits > 1 && letters <= 4 &&
           static_cast<std::size_t>(digits + letters + marks) == cell.size();
}

bool is_un_number(std::string_view cell) {
    const std::size_t first = cell.find_first_of("0123456789");
    if (first == std::string_view::npos)
        return false;
    const std::size_t end = std::min(cell.find_first_not_of("0123456789", first), cell.size());
    const std::string before = ascii_lower(trim(cell.substr(0, first)));
    return end - first == 4 && before.size() <= 6 && before != "hs";
}

} // namespace

CellForms forms_of(const SampleRows& rows, std::size_t column,
                   const std::function<bool(std::string_view)>& is_unit,
                   const std::function<bool(std::string_view)>& is_nothing) {
    CellForms forms;
    for (const std::vector<std::string>& row : rows) {
        const std::string_view cell = column < row.size() ? trim(row[column]) : std::string_view();
        if (cell.empty() || is_nothing(cell))
            continue;
        ++forms.filled;
        const auto digits =
            static_cast<std::size_t>(std::count_if(cell.begin(), cell.end(), is_ascii_digit));
        forms.with_digits += digits > 0 ? 1 : 0;
        forms.digits_of_four += digits >= 4 ? 1 : 0;
        forms.digits_of_five += digits >= 5 ? 1 : 0;
        forms.un_numbers += is_un_number(cell) ? 1 : 0;
        forms.articles += is_article(cell) ? 1 : 0;
        forms.units += digits == 0 && cell.size() <= longest_unit ? 1 : 0;
        forms.mass_units += is_unit(cell) ? 1 : 0;
        const std::size_t end = end_of_number(cell);
        const std::string_view rest = trim(cell.substr(end));
        const double value = value_of(cell.substr(0, end));
        if (end > 0 && rest.empty()) {
            ++forms.numbers;
            forms.largest = std::max(forms.largest, value);
        }
        forms.rates += end > 0 && (rest == "%" || (rest.empty() && value <= 100)) ? 1 : 0;
        forms.measured += end > 0 && is_unit(rest) ? 1 : 0;
    }
    return forms;
}

} // namespace preflag
