#include <preflag/base/text.h>
#include <preflag/manifest/workbook/value/decimal_text.h>
#include <preflag/manifest/workbook/value/number_format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace preflag {

namespace {

/// The first section of a code: what stands before a semicolon that is not quoted.
std::string_view first_section(std::string_view code) {
    bool is_quoted = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '\\' && !is_quoted)
            ++i;
        else if (code[i] == '"')
            is_quoted = !is_quoted;
        else if (code[i] == ';' && !is_quoted)
            return code.substr(0, i);
    }
    return code;
}

bool is_placeholder(char sign) {
    return sign == '0' || sign == '#' || sign == '?';
}

/// Years, months, days, hours, seconds, and the eras and years of eastern calendars.
bool is_date_letter(char sign) {
    return std::string_view("yYmMdDhHsSeEgGbBaA").find(sign) != std::string_view::npos;
}

} // namespace

NumberFormat::NumberFormat(std::string_view code) {
    const std::string_view section = first_section(code);
    read_section(section);
    if (date_)
        is_general_ = false;
    else
        is_general_ = !is_percent_ && thousands_left_out_ == 0 && decimals_ == 0 &&
                      before_.empty() && behind_.empty() &&
                      std::count(mask_.begin(), mask_.end(), '0') <= 1 &&
                      mask_.find_first_not_of("0#") == std::string::npos;
}

NumberFormat NumberFormat::built_in(unsigned number) {
    constexpr std::array<std::pair<unsigned, std::string_view>, 4> numbers{
        {{2, "0.00"}, {4, "#,##0.00"}, {9, "0%"}, {10, "0.00%"}}};
    for (const auto& [known, code] : numbers)
        if (known == number)
            return NumberFormat(code);
    const auto within = [&](unsigned first, unsigned last) {
        return number >= first && number <= last;
    };
    if (within(14, 17) || within(27, 31) || number == 36 || within(50, 54) || within(57, 58))
        return NumberFormat("yyyy-mm-dd");
    if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56))
        return NumberFormat("hh:mm:ss");
    return number == 22 ? NumberFormat("yyyy-mm-dd hh:mm") : NumberFormat();
}

void NumberFormat::read_section(std::string_view section) {
    std::string letters; // that may be of a date
    for (std::size_t i = 0; i < section.size(); ++i) {
        const char sign = section[i];
        if (ascii_lower(section.substr(i, 7)) == "general")
            i += 6;
        else if (ascii_lower(section.substr(i, 5)) == "am/pm" ||
                 ascii_lower(section.substr(i, 3)) == "a/p")
            i += section[i + 1] == '/' ? 2 : 4;
        else if (sign == '[')
            i = read_bracket(section, i);
        else if (sign == '"') {
            const std::size_t end = std::min(section.find('"', i + 1), section.size());
            add_literal(section.substr(i + 1, end - i - 1));
            i = end;
        } else if (sign == '\\' && i + 1 < section.size())
            add_literal(section.substr(++i, 1));
        else if (sign == '_' || sign == '*') // room as wide as a sign, a sign that fills the cell
            ++i;
        else if ((sign == 'E' || sign == 'e') && !mask_.empty())
            break; // an exponent: the number is written without
        else if (is_date_letter(sign))
            letters += ascii_lower(sign);
        else
            add_sign(sign);
    }
    settle_dates(letters);
}

/// "[$€-407]" is a currency, "[h]" a number of hours; "[Red]", "[$-409]" and "[<100]" change
/// nothing.
std::size_t NumberFormat::read_bracket(std::string_view section, std::size_t at) {
    const std::size_t end = section.find(']', at);
    if (end == std::string_view::npos)
        return section.size();
    const std::string_view inside = section.substr(at + 1, end - at - 1);
    const std::string lower = ascii_lower(inside);
    if (inside.starts_with('$'))
        add_literal(inside.substr(1, inside.find('-') == std::string_view::npos
                                         ? std::string_view::npos
                                         : inside.find('-') - 1));
    else if (!lower.empty() && lower.find_first_not_of(lower.front()) == std::string::npos &&
             std::string_view("hms").find(lower.front()) != std::string_view::npos)
        date_ = SerialKind::time;
    return end;
}

void NumberFormat::add_literal(std::string_view text) {
    if (mask_.empty() && !is_behind_point_)
        before_ += text;
    else
        behind_ += text;
}

void NumberFormat::add_sign(char sign) {
    if (is_placeholder(sign)) {
        if (is_behind_point_)
            decimals_ += sign == '0' ? 1 : 0;
        else {
            const std::string between = std::exchange(behind_, {});
            mask_ += trim(between); // blanks part thousands
            mask_ += sign == '0' ? '0' : '#';
        }
        thousands_left_out_ = 0;
    } else if (sign == '.' && !mask_.empty()) {
        is_behind_point_ = true;
    } else if (sign == ',') {
        ++thousands_left_out_; // unless digits follow
    } else if (sign == '%') {
        is_percent_ = true;
    } else if (sign != '@') {
        add_literal({&sign, 1});
    }
}

void NumberFormat::settle_dates(std::string_view letters) {
    if (date_ || letters.empty() || !mask_.empty())
        return;
    const bool has_time = letters.find_first_of("hs") != std::string_view::npos;
    const bool has_day = letters.find_first_of("yde") != std::string_view::npos;
    if (has_time)
        date_ = has_day ? SerialKind::date_time : SerialKind::time;
    else if (has_day || letters.find('m') != std::string_view::npos)
        date_ = SerialKind::date;
}

/// The digits put into the places of the mask, from the right; more digits than places stand in
/// front.
std::string NumberFormat::masked(std::string_view digits) const {
    const bool has_signs = mask_.find_first_not_of("0#") != std::string::npos;
    const auto least = static_cast<std::size_t>(std::count(mask_.begin(), mask_.end(), '0'));
    if (!has_signs)
        return digits.size() >= least
                   ? std::string(digits)
                   : std::string(least - digits.size(), '0') + std::string(digits);
    std::string text;
    std::size_t left = digits.size();
    for (std::size_t i = mask_.size(); i-- > 0;) {
        if (mask_[i] != '0' && mask_[i] != '#')
            text.insert(0, 1, mask_[i]);
        else if (left > 0)
            text.insert(0, 1, digits[--left]);
        else if (mask_[i] == '0')
            text.insert(0, 1, '0');
    }
    text.insert(0, digits.substr(0, left));
    return text;
}

std::string NumberFormat::shown(std::string_view stored, DateEpoch epoch) const {
    if (date_) {
        double days = 0;
        const std::string_view digits = trim(stored);
        const char* const last = digits.data() + digits.size();
        const auto [end, error] = std::from_chars(digits.data(), last, days);
        const auto date =
            error == std::errc() && end == last ? serial_date(days, *date_, epoch) : std::nullopt;
        return date ? *date : NumberFormat().shown(stored, epoch);
    }
    auto number = DecimalText::of(stored);
    if (!number)
        return std::string(stored);
    number->shift((is_percent_ ? 2 : 0) - 3 * static_cast<int>(std::min(thousands_left_out_, 4U)));
    std::string text = number->is_negative && !number->is_zero() ? "-" : "";
    text += before_;
    std::string whole = masked(number->whole);
    text += whole.empty() ? "0" : whole;
    constexpr std::size_t like_thousands = 3;
    std::string& decimals = number->decimals;
    if (decimals_ != like_thousands && decimals.size() < decimals_)
        decimals.resize(decimals_, '0');
    if (decimals.size() == like_thousands)
        decimals += '0'; // "1.234" might be read as 1,234
    if (!decimals.empty())
        text += "." + decimals;
    text += is_percent_ ? "%" : "";
    return text + behind_;
}

} // namespace preflag
