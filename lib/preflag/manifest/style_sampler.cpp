#include <preflag/base/cells/written_date.h>
#include <preflag/base/text.h>
#include <preflag/manifest/style_sampler.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::array number_fields{Field::concentration, Field::particle_size,   Field::quantity,
                                   Field::packages,      Field::package_content, Field::net_weight,
                                   Field::gross_weight,  Field::volume,          Field::value};
constexpr std::array text_fields{Field::description, Field::proper_shipping_name};

/// One cell that was mistyped does not unsettle a column of many.
constexpr std::uint64_t clear_majority = 20;
/// So many numbers with a mark before three digits, and never another number of digits behind it,
/// part thousands when there are whole numbers below a thousand among them: decimals would vary in
/// length, or stand in every cell.
constexpr std::uint64_t enough_of_a_kind = 20;
constexpr std::uint64_t small_share = 5; ///< one in so many must be small

bool has_mark(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return c == '.' || c == ',' || (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
}

/// A unit of up to three letters, or a percent sign: the number before it is an amount, and no part
/// of a chemical name.
bool begins_unit(std::string_view text) {
    constexpr std::size_t longest = 3;
    if (text.starts_with(' '))
        text.remove_prefix(1);
    if (text.starts_with('%'))
        return true;
    std::size_t letters = 0;
    while (letters < text.size() && is_ascii_letter(text[letters]))
        ++letters;
    return letters > 0 && letters <= longest &&
           (letters == text.size() || !(text[letters] == '-' || is_ascii_digit(text[letters])));
}

bool starts_number(std::string_view text, std::size_t place) {
    if (place == 0)
        return true;
    const char before = text[place - 1];
    return before == ' ' || before == '(' || before == '>' || before == '<' || before == '=' ||
           before == ':' || before == '|';
}

/// The name of a mark in front of decimals.
std::string_view name_of(DecimalMark mark) {
    return mark == DecimalMark::comma ? "comma" : "point";
}

} // namespace

void StyleSampler::add_whole_number(Votes& votes, std::string_view digits) {
    constexpr std::size_t longest_small = 3;
    ++(digits.size() <= longest_small ? votes.small : votes.large);
}

void StyleSampler::add_number(Votes& votes, const WrittenNumber& number, std::string_view text,
                              char before) {
    const auto keep = [&](std::uint64_t& count, std::string& example) {
        ++count;
        if (example.empty())
            example = text;
    };
    if (number.doubtful != '\0')
        keep(number.doubtful == ',' ? votes.lone_comma : votes.lone_point, votes.lone_example);
    else if (number.shown == DecimalMark::point)
        keep(votes.point, votes.point_example);
    else if (number.shown == DecimalMark::comma)
        keep(votes.comma, votes.comma_example);
    else if (all_digits(text) && before == '\0')
        add_whole_number(votes, text);
}

void StyleSampler::add_cell(Field field, std::string_view cell) {
    Votes& votes = votes_of(field);
    if (all_digits(cell)) // as most are
        return add_whole_number(votes, cell);
    for (std::size_t place = 0; place < cell.size();) {
        if (!is_digit_at(cell, place)) {
            ++place;
            continue;
        }
        const std::string_view rest = cell.substr(place);
        const WrittenNumber number = read_number(rest, DecimalMark::unknown);
        add_number(votes, number, rest.substr(0, number.length),
                   place == 0 ? '\0' : cell[place - 1]);
        place += std::max<std::size_t>(number.length, 1);
    }
}

void StyleSampler::add_text(Field field, std::string_view text) {
    for (std::size_t place = text.find_first_of("0123456789"); place != std::string_view::npos;
         place = text.find_first_of("0123456789", place)) {
        const std::string_view rest = text.substr(place);
        const WrittenNumber number = read_number(rest, DecimalMark::unknown);
        const std::string_view written = rest.substr(0, number.length);
        if (has_mark(written) && starts_number(text, place) &&
            begins_unit(rest.substr(number.length)))
            add_number(votes_of(field), number, written, ' ');
        place += std::max<std::size_t>(number.length, 1);
    }
}

void StyleSampler::add(const FieldValues& line) {
    for (const Field field : number_fields)
        if (!line[field].empty())
            add_cell(field, line[field]);
    for (const Field field : text_fields)
        if (has_mark(line[field]))
            add_text(field, line[field]);
    if (!line[Field::date].empty())
        add_date(line[Field::date]);
}

void StyleSampler::add_date(std::string_view cell) {
    const auto numbers = date_numbers(cell);
    if (!numbers || numbers->digits[0] > 2)
        return;
    const auto [first, second, third] = numbers->values;
    constexpr int months = 12, earliest = 10, latest = 39;
    const auto keep = [&](std::uint64_t& count, std::string& example) {
        ++count;
        if (example.empty())
            example = cell;
    };
    if (first > months && second <= months)
        keep(dates_.day_first, dates_.day_example);
    else if (second > months && first <= months)
        keep(dates_.month_first, dates_.month_example);
    else if (first != second && numbers->mark != '.') // with points the day is first
        keep(dates_.either, dates_.either_example);
    if (numbers->digits[2] != 2)
        return;
    ++dates_.short_years;
    dates_.no_first_year += first < earliest || first > latest || second > months ? 1 : 0;
    dates_.no_last_year += third < earliest || third > latest ? 1 : 0;
    constexpr std::size_t most = 64;
    if (dates_.first.size() < most)
        dates_.first.insert(first);
    if (dates_.last.size() < most)
        dates_.last.insert(third);
}

/// Short years stand first: the last number is none, or many days stand there and few years here.
bool StyleSampler::begins_with_year() const {
    constexpr std::size_t enough = 3;
    if (dates_.short_years < enough || dates_.no_first_year > 0)
        return false;
    return dates_.no_last_year > 0 ||
           (dates_.last.size() >= enough && dates_.first.size() * 2 <= dates_.last.size());
}

DateOrder StyleSampler::settled_order() const {
    if (given_.dates != DateOrder::unknown)
        return given_.dates;
    if (begins_with_year())
        return DateOrder::year_first;
    if (dates_.day_first > dates_.month_first * clear_majority)
        return DateOrder::day_first;
    if (dates_.month_first > dates_.day_first * clear_majority)
        return DateOrder::month_first;
    return DateOrder::unknown;
}

std::string StyleSampler::text_of_dates() const {
    const std::string given = given_.dates == DateOrder::unknown ? "" : ", as given";
    switch (settled_order()) {
    case DateOrder::day_first:
        return "day before month" +
               (given.empty() ? fmt::format(", as in \"{}\"", dates_.day_example) : given);
    case DateOrder::month_first:
        return "month before day" +
               (given.empty() ? fmt::format(", as in \"{}\"", dates_.month_example) : given);
    case DateOrder::year_first:
        return "year before month" + given;
    case DateOrder::unknown:
        break;
    }
    if (dates_.day_first > 0)
        return fmt::format("order of day and month not settled: \"{}\" beside \"{}\"",
                           dates_.day_example, dates_.month_example);
    return fmt::format("order of day and month not settled: \"{}\" may be either",
                       dates_.either_example);
}

void StyleSampler::add_point(Field field, std::string_view number) {
    Votes& votes = votes_of(field);
    ++votes.point;
    if (votes.point_example.empty())
        votes.point_example = number;
}

DecimalMark StyleSampler::settled(const Votes& votes) const {
    if (given_.decimal != DecimalMark::unknown)
        return given_.decimal;
    if (votes.point > votes.comma * clear_majority)
        return DecimalMark::point;
    if (votes.comma > votes.point * clear_majority)
        return DecimalMark::comma;
    const bool has_thousands = votes.point + votes.comma + votes.large == 0 &&
                               std::min(votes.lone_point, votes.lone_comma) == 0;
    const std::uint64_t parted = votes.lone_point + votes.lone_comma;
    if (!has_thousands || parted < enough_of_a_kind || votes.small * small_share < parted)
        return DecimalMark::unknown;
    return votes.lone_comma > 0 ? DecimalMark::point : DecimalMark::comma;
}

std::string StyleSampler::text_of(const Votes& votes) const {
    const DecimalMark mark = settled(votes);
    if (given_.decimal != DecimalMark::unknown)
        return fmt::format("decimal {}, as given", name_of(mark));
    const bool is_comma = mark == DecimalMark::comma;
    if (mark != DecimalMark::unknown && (is_comma ? votes.comma : votes.point) > 0)
        return fmt::format("decimal {}, as in \"{}\"", name_of(mark),
                           is_comma ? votes.comma_example : votes.point_example);
    if (mark != DecimalMark::unknown)
        return fmt::format("decimal {}; three digits stand behind every {}, as in \"{}\"",
                           name_of(mark), is_comma ? "point" : "comma", votes.lone_example);
    if (votes.point > 0 && votes.comma > 0)
        return fmt::format("decimal mark not settled: \"{}\" beside \"{}\"", votes.point_example,
                           votes.comma_example);
    return fmt::format("decimal mark not settled: \"{}\" may be either", votes.lone_example);
}

CellStyles StyleSampler::styles() const {
    CellStyles styles;
    for (std::size_t i = 0; i < field_count; ++i)
        styles.decimals[i] = settled(votes_[i]);
    styles.dates = settled_order();
    return styles;
}

std::vector<FieldStyle> StyleSampler::report() const {
    std::vector<FieldStyle> report;
    for (std::size_t i = 0; i < field_count; ++i) {
        const Votes& votes = votes_[i];
        if (votes.point + votes.comma + votes.lone_point + votes.lone_comma > 0)
            report.push_back({static_cast<Field>(i), settled(votes), {}, text_of(votes)});
        const bool is_date = static_cast<Field>(i) == Field::date;
        if (is_date && dates_.day_first + dates_.month_first + dates_.either > 0)
            report.push_back({Field::date, {}, settled_order(), text_of_dates()});
    }
    return report;
}

} // namespace preflag
