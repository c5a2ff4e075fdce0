#include <preflag/base/cells/month_names.h>
#include <preflag/base/cells/written_date.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace preflag {

namespace {

constexpr unsigned months_in_year = 12;

/// A number or a word of a date, and the character before it.
struct DatePart {
    bool is_number = false;
    std::string text; ///< ASCII digits, or letters folded
    char before = '\0';
    char after = '\0';

    [[nodiscard]] int number() const { return parse_number<int>(text).value_or(-1); }
};

bool is_letter(UChar32 c) {
    return c >= 0 && (u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK ||
                      u_charType(c) == U_COMBINING_SPACING_MARK);
}

bool is_ideograph(UChar32 c) {
    return c >= 0 && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
}

/// Cuts a date into numbers and words; "พ.ย." is one word, each ideograph one of its own.
class DateCutter {
  public:
    explicit DateCutter(std::string_view text) : text_(text) {}

    std::vector<DatePart> run() {
        while (place_ < size()) {
            const std::int32_t start = place_;
            const UChar32 c = next();
            if (c >= 0 && u_isdigit(c) != 0)
                take(start, true);
            else if (is_letter(c))
                take(start, false);
            else
                before_ = c >= 0 && c < 0x80 ? static_cast<char>(c) : ' ';
        }
        return std::move(parts_);
    }

  private:
    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(text_.size()); }

    UChar32 next() {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        UChar32 c = 0;
        U8_NEXT(bytes, place_, size(), c);
        return c;
    }

    void take(std::int32_t start, bool is_number) {
        std::string raw;
        place_ = start;
        while (place_ < size()) {
            const std::int32_t here = place_;
            const UChar32 c = next();
            const bool is_digit = c >= 0 && u_isdigit(c) != 0;
            const bool fits = is_number ? is_digit : is_letter(c);
            if (!fits) {
                place_ = here;
                break;
            }
            if (is_number)
                raw += static_cast<char>('0' + u_charDigitValue(c));
            else
                raw += text_.substr(static_cast<std::size_t>(here),
                                    static_cast<std::size_t>(place_ - here));
            if (is_ideograph(c))
                break;
        }
        const char after = place_ < size() ? text_[static_cast<std::size_t>(place_)] : '\0';
        const bool joins = !is_number && !parts_.empty() && !parts_.back().is_number &&
                           before_ == '.' && parts_.back().after == '.';
        if (joins)
            parts_.back().text += fold(raw);
        else
            parts_.push_back({is_number, is_number ? raw : fold(raw), before_, after});
        parts_.back().after = after;
        before_ = '\0';
    }

    std::string_view text_;
    std::int32_t place_ = 0;
    char before_ = '\0';
    std::vector<DatePart> parts_;
};

unsigned roman_month(std::string_view word) {
    constexpr std::array<std::string_view, months_in_year> numerals{
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    const auto found = std::find(numerals.begin(), numerals.end(), word);
    return found == numerals.end() ? 0 : static_cast<unsigned>(found - numerals.begin()) + 1;
}

/// Reads the parts of one date and gathers the days that they may stand for.
class DateReader {
  public:
    DateReader(std::vector<DatePart> parts, DateOrder style, bool is_distant = false)
        : parts_(std::move(parts)), style_(style), is_distant_(is_distant) {}

    std::vector<Date> read() {
        read_era();
        drop_time();
        for (const DatePart& part : parts_)
            if (part.is_number)
                numbers_.push_back(&part);
        if (is_distant_ && numbers_.size() > 3)
            return {};
        if (const std::uint16_t months = named_months(); months != 0)
            read_named(months);
        else if (numbers_.size() >= 3)
            read_three();
        else if (numbers_.size() == 1 || (numbers_.size() == 2 && numbers_[0]->text.size() > 4))
            read_one(numbers_[0]->text);
        else if (numbers_.size() == 2)
            read_month_of_year();
        std::sort(days_.begin(), days_.end());
        days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
        return std::move(days_);
    }

  private:
    void add(int year, int month, int day) {
        if (month < 1 || day < 1)
            return;
        constexpr int first_buddhist = 2480; // 1937
        constexpr int buddhist_offset = 543;
        if (year >= first_buddhist && !is_distant_)
            year -= buddhist_offset;
        const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}};
        const bool is_in_range =
            is_distant_ ? year >= 1000 && year <= 9999 : year >= 1900 && year <= 2199;
        if (date.ok() && is_in_range)
            days_.push_back(date);
    }

    /// Which of the two it is in the month does not matter to most laws, and both are tried.
    void add_month(int year, int month) {
        if (month < 1 || month > static_cast<int>(months_in_year))
            return;
        const std::chrono::year_month_day_last last{
            std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
            std::chrono::last};
        add(year, month, 1);
        add(year, month, static_cast<int>(static_cast<unsigned>(last.day())));
    }

    /// "年" behind the first number, and the eras that count from elsewhere.
    void read_era() {
        constexpr std::string_view reiwa = "令", heisei = "平", minguo = "民";
        for (const DatePart& part : parts_) {
            if (part.is_number)
                continue;
            is_year_first_ = is_year_first_ || part.text == "年" || part.text == fold("년");
            era_ = part.text == reiwa    ? 2018
                   : part.text == heisei ? 1988
                   : part.text == minguo ? 1911
                                         : era_;
        }
    }

    /// Numbers with a colon beside them are hours, minutes, seconds and offsets.
    void drop_time() {
        bool is_time = false;
        std::erase_if(parts_, [&](const DatePart& part) {
            const bool is_fraction = is_time && part.is_number && part.before == '.';
            is_time = part.is_number && (part.before == ':' || part.after == ':' || is_fraction);
            return is_time;
        });
    }

    [[nodiscard]] int full_year(const DatePart& part) const {
        constexpr int pivot = 70;
        const int year = part.number();
        if (era_ > 0 && part.text.size() <= 3)
            return era_ + year;
        if (part.text.size() == 3 && year >= 80 && year <= 150)
            return year + 1911; // the calendar of Taiwan
        if (part.text.size() > 2 || year < 0)
            return year;
        return year < pivot ? 2000 + year : 1900 + year;
    }

    /// "sam. 03/11/2020": what stands before three joined numbers is the day of the week.
    [[nodiscard]] bool has_three_joined() const {
        const auto joins = [](const DatePart& part) {
            return part.text.size() <= 4 &&
                   (part.before == '/' || part.before == '-' || part.before == '.');
        };
        return numbers_.size() >= 3 && joins(*numbers_[1]) && joins(*numbers_[2]);
    }

    /// Of several words that may be months, the one behind the first number: "mar. 3 nov. 2020".
    std::uint16_t named_months() {
        std::uint16_t before = 0;
        bool has_number = false;
        for (const DatePart& part : parts_) {
            if (part.is_number) {
                has_number = true;
                continue;
            }
            std::uint16_t months = months_named(part.text);
            if (const unsigned roman = roman_month(part.text);
                months == 0 && has_number && roman > 0 &&
                (part.before == '.' || part.after == '.' || part.before == '-' ||
                 part.before == '/'))
                months = static_cast<std::uint16_t>(1U << (roman - 1));
            if (months == 0)
                continue;
            if (has_number)
                return months;
            before = months;
        }
        return has_three_joined() ? 0 : before;
    }

    void read_named(std::uint16_t months) {
        for (int month = 1; month <= static_cast<int>(months_in_year); ++month) {
            if ((months >> (month - 1) & 1U) == 0)
                continue;
            if (numbers_.size() == 1 && numbers_[0]->text.size() == 4)
                add_month(numbers_[0]->number(), month);
            if (numbers_.size() < 2)
                continue;
            const bool is_year_first = numbers_[0]->text.size() >= 4;
            add(full_year(*numbers_[is_year_first ? 0 : 1]), month,
                numbers_[is_year_first ? 1 : 0]->number());
        }
    }

    void read_three() {
        const DatePart& first = *numbers_[0];
        const DatePart& second = *numbers_[1];
        const DatePart& third = *numbers_[2];
        const bool is_year = first.text.size() >= 3 || is_year_first_;
        if (is_year) {
            add(full_year(first), second.number(), third.number());
            if (days_.empty())
                add(full_year(first), third.number(), second.number());
            return;
        }
        const bool may_begin_with_year = third.text.size() <= 2;
        if (style_ == DateOrder::year_first && may_begin_with_year) {
            add(full_year(first), second.number(), third.number());
            if (!days_.empty())
                return;
        }
        read_year_last(first, second, third);
        constexpr int earliest = 10, latest = 39; // years of shipments, short
        const bool is_either = style_ == DateOrder::unknown && may_begin_with_year &&
                               first.number() >= earliest && first.number() <= latest &&
                               second.before == '-';
        if ((days_.empty() && may_begin_with_year) || is_either)
            add(full_year(first), second.number(), third.number());
    }

    void read_year_last(const DatePart& first, const DatePart& second, const DatePart& year) {
        const bool by_points = second.before == '.' && style_ != DateOrder::month_first;
        const bool is_day_first = style_ == DateOrder::day_first || by_points;
        const auto day_first = [&] { add(full_year(year), second.number(), first.number()); };
        const auto month_first = [&] { add(full_year(year), first.number(), second.number()); };
        if (is_day_first) {
            day_first();
            if (days_.empty())
                month_first();
            return;
        }
        month_first();
        if (days_.empty() || style_ == DateOrder::unknown)
            day_first();
    }

    static bool is_serial(const DatePart& part) {
        constexpr int first = 36526, last = 73050; // 2000 to 2099
        return part.text.size() == 5 && part.number() >= first && part.number() <= last;
    }

    void add_day(std::int64_t days_since_1970) {
        days_.emplace_back(
            std::chrono::sys_days{std::chrono::days{static_cast<int>(days_since_1970)}});
    }

    void read_one(const std::string& digits) {
        const auto part = [&](std::size_t place, std::size_t length) {
            return parse_number<int>(std::string_view(digits).substr(place, length)).value_or(-1);
        };
        constexpr std::int64_t seconds = 86400, milliseconds = 86400000;
        if (is_serial(*numbers_[0])) {
            days_.push_back(date_of_serial(part(0, 5)));
        } else if (digits.size() == 8 || digits.size() == 12 || digits.size() == 14) {
            add(part(0, 4), part(4, 2), part(6, 2));
            if (days_.empty() && digits.size() == 8)
                add_by_style(part(0, 2), part(2, 2), part(4, 4));
        } else if (digits.size() == 6) {
            const int year = part(4, 2) + 2000;
            if (style_ != DateOrder::year_first)
                add_by_style(part(0, 2), part(2, 2), year);
            if (style_ == DateOrder::unknown || style_ == DateOrder::year_first)
                add(part(0, 2) + 2000, part(2, 2), part(4, 2));
        } else if (digits.size() == 10 && digits[0] == '1') {
            add_day(parse_number<std::int64_t>(digits).value_or(0) / seconds);
        } else if (digits.size() == 13 && digits[0] == '1') {
            add_day(parse_number<std::int64_t>(digits).value_or(0) / milliseconds);
        }
    }

    void add_by_style(int first, int second, int year) {
        if (style_ != DateOrder::month_first)
            add(year, second, first);
        if (style_ == DateOrder::month_first || style_ == DateOrder::unknown || days_.empty())
            add(year, first, second);
    }

    /// "11/2020", "2020-11".
    void read_month_of_year() {
        const bool is_year_first = numbers_[0]->text.size() == 4;
        const DatePart& year = *numbers_[is_year_first ? 0 : 1];
        if (year.text.size() == 4 && numbers_[is_year_first ? 1 : 0]->text.size() <= 2)
            add_month(year.number(), numbers_[is_year_first ? 1 : 0]->number());
    }

    std::vector<DatePart> parts_;
    DateOrder style_;
    bool is_distant_;
    std::vector<const DatePart*> numbers_;
    std::vector<Date> days_;
    bool is_year_first_ = false;
    int era_ = 0;
};

} // namespace

std::vector<Date> read_date(std::string_view text, DateOrder style) {
    constexpr std::size_t longest = 100;
    if (text.size() > longest)
        return {};
    if (const auto date = parse_iso_date(text))
        return {*date};
    return DateReader(DateCutter(text).run(), style).read();
}

std::vector<Date> read_distant_date(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() > longest)
        return {};
    return DateReader(DateCutter(text).run(), DateOrder::unknown, true).read();
}

std::optional<DateNumbers> date_numbers(std::string_view text) {
    DateNumbers numbers;
    std::size_t place = 0;
    for (std::size_t i = 0; i < numbers.values.size(); ++i) {
        while (place < text.size() && text[place] == ' ')
            ++place;
        const std::size_t start = place;
        while (place < text.size() && is_ascii_digit(text[place]))
            ++place;
        numbers.digits[i] = place - start;
        if (numbers.digits[i] == 0 || numbers.digits[i] > 4)
            return std::nullopt;
        numbers.values[i] = parse_number<int>(text.substr(start, place - start)).value_or(0);
        const bool is_last = i + 1 == numbers.values.size();
        if (!is_last && (place >= text.size() ||
                         std::string_view("/-. ").find(text[place]) == std::string_view::npos))
            return std::nullopt;
        if (i == 0)
            numbers.mark = text[place];
        place += is_last ? 0 : 1;
    }
    return numbers;
}

} // namespace preflag
