#include <preflag/base/text.h>
#include <preflag/manifest/workbook/ods/ods_value.h>
#include <preflag/manifest/workbook/value/number_format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::string_view figures = "0123456789";

/// "0028080000" of 28080000 and "7697-37-2" of 7697372: the digits are the same, but for zeros in
/// front, and more is shown than thousands.
bool shows_same_digits(std::string_view shown, std::string_view value) {
    std::string digits;
    bool has_sign = false;
    for (const char sign : shown) {
        if (is_ascii_digit(sign))
            digits += sign;
        has_sign = has_sign || sign == '-' || sign == '/';
    }
    const bool has_zero = digits.size() > 1 && digits.front() == '0' && shown.front() == '0';
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return (has_zero || has_sign) && digits == value;
}

/// The number as it is stored, with what is shown around it.
std::string number_as_shown(std::string_view value, std::string_view shown) {
    std::string number = NumberFormat().shown(value, DateEpoch::of_1900);
    const std::size_t first = shown.find_first_of(figures);
    if (first == std::string_view::npos)
        return number;
    const std::size_t last = shown.find_last_of(figures) + 1;
    const std::string_view figure = shown.substr(first, last - first);
    const bool is_same = shows_same_digits(figure, number);
    std::string_view before = trim(shown.substr(0, first));
    while (!before.empty() && (before.back() == '-' || before.back() == '('))
        before.remove_suffix(1);
    std::string text(trim(before));
    text += text.empty() ? "" : " ";
    text += is_same ? std::string(figure) : number;
    const std::string_view behind = trim(shown.substr(last));
    if (!behind.empty() && behind != ")" && behind != "-" && behind != "." && behind != ",")
        text += (behind.front() == '%' ? "" : " ") + std::string(behind);
    return text;
}

/// "PT14H30M00S" -> "14:30:00".
std::string time_as_shown(std::string_view value, const std::string& shown) {
    if (!value.starts_with("PT"))
        return shown;
    std::string text;
    for (const char sign : value.substr(2)) {
        if (is_ascii_digit(sign))
            text += sign;
        else if (sign == 'H' || sign == 'M')
            text += ':';
        else
            break;
    }
    return text;
}

} // namespace

std::string ods_value(const OdsCell& cell) {
    if (cell.value.empty())
        return cell.text;
    if (cell.type == "float")
        return number_as_shown(cell.value, cell.text);
    if (cell.type == "percentage")
        return NumberFormat("0%").shown(cell.value, DateEpoch::of_1900);
    if (cell.type == "currency") {
        std::string number = NumberFormat().shown(cell.value, DateEpoch::of_1900);
        return cell.currency.empty() ? number : number + " " + cell.currency;
    }
    if (cell.type == "date") {
        std::string date = cell.value;
        std::replace(date.begin(), date.end(), 'T', ' ');
        if (date.ends_with(" 00:00:00"))
            date.resize(date.size() - 9);
        return date;
    }
    if (cell.type == "time")
        return time_as_shown(cell.value, cell.text);
    if (cell.type == "boolean")
        return ascii_lower(cell.value) == "true" ? "TRUE" : "FALSE";
    return cell.text.empty() ? cell.value : cell.text;
}

} // namespace preflag
