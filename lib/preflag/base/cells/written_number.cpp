#include <preflag/base/cells/written_number.h>
#include <preflag/base/text.h>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

namespace preflag {

namespace {

constexpr std::size_t group_size = 3;   ///< digits between marks of thousands
constexpr std::size_t indian_group = 2; ///< digits of lakh and crore
constexpr double thousand = 1000;

/// What a mark between digits can be.
enum class Mark : std::uint8_t { point, comma, blank, typographic_blank, apostrophe, decimal };

struct MarkName {
    std::string_view text;
    Mark mark;
};

/// In any script; those of Arabic writing have one meaning each.
constexpr std::array mark_names{
    MarkName{".", Mark::point},
    MarkName{",", Mark::comma},
    MarkName{" ", Mark::blank},
    MarkName{"'", Mark::apostrophe},
    MarkName{"\u00A0", Mark::typographic_blank},
    MarkName{"\u2007", Mark::typographic_blank},
    MarkName{"\u2008", Mark::typographic_blank},
    MarkName{"\u2009", Mark::typographic_blank},
    MarkName{"\u202F", Mark::typographic_blank},
    MarkName{"\u2018", Mark::apostrophe},
    MarkName{"\u2019", Mark::apostrophe},
    MarkName{"\u02BC", Mark::apostrophe},
    MarkName{"\u02B9", Mark::apostrophe},
    MarkName{"\u2032", Mark::apostrophe},
    MarkName{"\u00B4", Mark::apostrophe},
    MarkName{"`", Mark::apostrophe},
    MarkName{"\uFF0E", Mark::point},
    MarkName{"\uFF0C", Mark::comma},
    MarkName{"\uFF07", Mark::apostrophe},
    MarkName{"\u066B", Mark::decimal},
    MarkName{"\u066C", Mark::apostrophe},
};

bool parts_thousands_only(Mark mark) {
    return mark == Mark::blank || mark == Mark::typographic_blank || mark == Mark::apostrophe;
}

/// The value and the length of the digit of any script at `place`; -1 for another character.
std::pair<int, std::size_t> digit_at(std::string_view text, std::size_t place) {
    if (place >= text.size())
        return {-1, 0};
    if (static_cast<unsigned char>(text[place]) < 0x80)
        return {is_ascii_digit(text[place]) ? text[place] - '0' : -1, 1};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto at = static_cast<std::int32_t>(place);
    UChar32 c = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), c);
    const bool is_digit = c >= 0 && u_isdigit(c) != 0;
    return {is_digit ? u_charDigitValue(c) : -1, static_cast<std::size_t>(at) - place};
}

/// The value of a superscript digit, and its length; -1 for another character.
std::pair<int, std::size_t> superscript_at(std::string_view text, std::size_t place) {
    constexpr std::array<std::string_view, 10> digits{"\u2070", "\u00B9", "\u00B2", "\u00B3",
                                                      "\u2074", "\u2075", "\u2076", "\u2077",
                                                      "\u2078", "\u2079"};
    for (std::size_t i = 0; i < digits.size(); ++i)
        if (text.substr(std::min(place, text.size())).starts_with(digits[i]))
            return {static_cast<int>(i), digits[i].size()};
    return {-1, 0};
}

/// Takes a number apart into groups of digits and the marks between them, and says what they mean.
class NumberReader {
  public:
    NumberReader(std::string_view text, DecimalMark style) : text_(text), style_(style) {}

    WrittenNumber read() {
        groups_.push_back(take_digits());
        while (take_group()) {
        }
        const auto exponent = take_exponent();
        settle(exponent.has_value());
        number_.value = std::strtod(number_.text.c_str(), nullptr);
        if (exponent)
            scale(*exponent);
        number_.length = place_;
        return std::move(number_);
    }

  private:
    [[nodiscard]] bool starts_with(std::string_view part, std::size_t place) const {
        return text_.substr(std::min(place, text_.size())).starts_with(part);
    }

    std::string take_digits() {
        std::string digits;
        while (true) {
            const auto [value, length] = digit_at(text_, place_);
            if (value < 0)
                return digits;
            digits += static_cast<char>('0' + value);
            place_ += length;
        }
    }

    [[nodiscard]] const MarkName* mark_here() const {
        const auto found =
            std::find_if(mark_names.begin(), mark_names.end(),
                         [&](const MarkName& name) { return starts_with(name.text, place_); });
        return found == mark_names.end() ? nullptr : &*found;
    }

    /// A blank or an apostrophe belongs to the number only in front of exactly three digits, and
    /// behind one to three, all groups alike.
    [[nodiscard]] bool may_part(Mark mark) const {
        if (!parts_thousands_only(mark))
            return true;
        return !has_decimal_sign_ && groups_.front().size() <= group_size &&
               groups_.front()[0] != '0';
    }

    bool take_group() {
        const MarkName* const name = mark_here();
        if (name == nullptr || !may_part(name->mark))
            return false;
        const std::size_t start = place_;
        place_ += name->text.size();
        std::string digits = take_digits();
        const bool fits =
            !digits.empty() && (!parts_thousands_only(name->mark) || digits.size() == group_size);
        if (!fits) {
            place_ = start;
            return false;
        }
        number_.has_blank |= name->mark == Mark::blank;
        has_decimal_sign_ |= !parts_thousands_only(name->mark);
        marks_.push_back(name->mark);
        groups_.push_back(std::move(digits));
        return true;
    }

    [[nodiscard]] bool ends_word(std::size_t place) const {
        if (place >= text_.size())
            return true;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        auto at = static_cast<std::int32_t>(place);
        UChar32 c = 0;
        U8_NEXT(bytes, at, static_cast<std::int32_t>(text_.size()), c);
        return c < 0 || u_isalnum(c) == 0;
    }

    [[nodiscard]] std::size_t sign_at(std::size_t place, bool& is_negative) const {
        constexpr std::string_view minus = "\u2212";
        is_negative = starts_with("-", place) || starts_with(minus, place);
        if (starts_with(minus, place))
            return minus.size();
        return is_negative || starts_with("+", place) ? 1 : 0;
    }

    /// "E+03", "e3".
    std::optional<int> take_letter_exponent() {
        constexpr std::size_t most_digits = 3;
        const std::size_t letter = after_blanks(place_);
        if (!starts_with("E", letter) && !starts_with("e", letter))
            return std::nullopt;
        bool is_negative = false;
        const std::size_t sign = sign_at(letter + 1, is_negative);
        if (letter > place_ && sign == 0)
            return std::nullopt; // "3 E2" is two things
        const std::size_t first = letter + 1 + sign;
        std::size_t end = first;
        while (end < text_.size() && is_ascii_digit(text_[end]))
            ++end;
        if (end == first || end - first > most_digits || !ends_word(end))
            return std::nullopt;
        const int power = std::atoi(std::string(text_.substr(first, end - first)).c_str());
        place_ = end;
        return is_negative ? -power : power;
    }

    [[nodiscard]] std::size_t after_blanks(std::size_t place) const {
        while (place < text_.size() && text_[place] == ' ')
            ++place;
        return place;
    }

    /// "x 10^3", "10" with a small 3.
    std::optional<int> take_power_of_ten() {
        std::size_t place = after_blanks(place_);
        constexpr std::array<std::string_view, 6> signs{"x",      "X",      "*",
                                                        "\u00D7", "\u00B7", "\u22C5"};
        const auto sign = std::find_if(signs.begin(), signs.end(), [&](std::string_view mark) {
            return starts_with(mark, place);
        });
        if (sign == signs.end())
            return std::nullopt;
        place = after_blanks(place + sign->size());
        if (!starts_with("10", place))
            return std::nullopt;
        place += 2;
        const bool is_raised = !starts_with("^", place);
        place += is_raised ? 0 : 1;
        bool is_negative = false;
        if (!is_raised)
            place += sign_at(place, is_negative);
        int power = -1;
        while (true) {
            const auto [digit, length] =
                is_raised ? superscript_at(text_, place) : digit_at(text_, place);
            if (digit < 0 || power > 9)
                break;
            power = std::max(power, 0) * 10 + digit;
            place += length;
        }
        if (power < 0)
            return std::nullopt;
        place_ = place;
        return is_negative ? -power : power;
    }

    std::optional<int> take_exponent() {
        if (auto power = take_letter_exponent())
            return power;
        return take_power_of_ten();
    }

    void scale(int power) {
        number_.value *= std::pow(10.0, power);
        number_.text = fmt::format("{}", number_.value);
    }

    /// The digits, with a decimal sign before the group of this number; none for a whole number.
    [[nodiscard]] std::string joined(std::optional<std::size_t> decimals) const {
        std::string text;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (i == decimals)
                text += '.';
            text += groups_[i];
        }
        return text;
    }

    static DecimalMark as_decimal(Mark mark) {
        return mark == Mark::comma ? DecimalMark::comma : DecimalMark::point;
    }
    static DecimalMark other_than(Mark mark) {
        return mark == Mark::comma ? DecimalMark::point : DecimalMark::comma;
    }

    /// "1,355,900", "12,34,567": three digits at the end, two or three before.
    [[nodiscard]] bool is_grouped() const {
        const auto fits = [](const std::string& group) {
            return group.size() == group_size || group.size() == indian_group;
        };
        return groups_.front().size() <= group_size && groups_.back().size() == group_size &&
               std::all_of(groups_.begin() + 1, groups_.end(), fits);
    }

    void settle(bool has_exponent) {
        const std::size_t last = groups_.size() - 1;
        const auto sets = [&](Mark mark) { return !parts_thousands_only(mark); };
        const auto count = std::count_if(marks_.begin(), marks_.end(), sets);
        if (count == 0) {
            number_.text = joined(std::nullopt);
        } else if (marks_.back() == Mark::decimal) {
            number_.text = joined(last);
        } else if (count == 1) {
            settle_lone(has_exponent);
        } else if (marks_.back() != marks_.front()) {
            number_.text = joined(last);
            number_.shown = as_decimal(marks_.back());
        } else {
            number_.text = joined(std::nullopt);
            if (is_grouped())
                number_.shown = other_than(marks_.back());
        }
    }

    /// One point or comma.
    void settle_lone(bool has_exponent) {
        const std::size_t last = groups_.size() - 1;
        const Mark mark = marks_.back();
        const bool is_doubtful = marks_.size() == 1 && !has_exponent &&
                                 groups_.back().size() == group_size &&
                                 groups_.front().size() <= group_size && groups_.front()[0] != '0';
        if (!is_doubtful) {
            number_.text = joined(last);
            number_.shown = as_decimal(mark);
            return;
        }
        number_.doubtful = mark == Mark::comma ? ',' : '.';
        const bool is_decimal =
            style_ == DecimalMark::unknown ? mark == Mark::point : style_ == as_decimal(mark);
        number_.text = joined(is_decimal ? std::optional(last) : std::nullopt);
        if (style_ != DecimalMark::unknown)
            return;
        const double value = std::strtod(number_.text.c_str(), nullptr);
        number_.other = is_decimal ? value * thousand : value / thousand;
    }

    std::string_view text_;
    DecimalMark style_;
    std::size_t place_ = 0;
    std::vector<std::string> groups_;
    std::vector<Mark> marks_;
    bool has_decimal_sign_ = false; ///< among the marks: a point, a comma or their like
    WrittenNumber number_;
};

} // namespace

namespace {

/// Digits that nothing behind can be a part of: most numbers of most texts.
std::optional<WrittenNumber> plain_number(std::string_view text) {
    constexpr std::size_t most_digits = 15;
    constexpr std::string_view goes_on = "0123456789.,'`xX*eE";
    std::size_t end = 0;
    while (end < text.size() && is_ascii_digit(text[end]))
        ++end;
    std::size_t next = end;
    if (next < text.size() && text[next] == ' ')
        ++next;
    const bool may_go_on =
        next < text.size() && ((static_cast<unsigned char>(text[next]) & 0x80U) != 0 ||
                               text[next] == ' ' || goes_on.find(text[next]) != goes_on.npos);
    if (end == 0 || end > most_digits || may_go_on)
        return std::nullopt;
    WrittenNumber number;
    number.text = text.substr(0, end);
    number.length = end;
    number.value = std::strtod(number.text.c_str(), nullptr);
    return number;
}

} // namespace

bool is_digit_at(std::string_view text, std::size_t place) {
    return digit_at(text, place).first >= 0;
}

WrittenNumber read_number(std::string_view text, DecimalMark style) {
    if (auto number = plain_number(text))
        return *std::move(number);
    return NumberReader(text, style).read();
}

} // namespace preflag
