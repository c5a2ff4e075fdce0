#include <preflag/base/text.h>
#include <preflag/goods/line/amounts.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace preflag {

namespace {

/// An amount of one unit, and the token behind it.
struct PlacedAmount {
    Interval value;
    bool is_volume = false;
    std::size_t end = 0;
};

/// The number of a token: one value, or both that it may have.
Interval values_of(const Lexeme& number) {
    const double other = number.other_number.value_or(number.number);
    return {std::min(number.number, other), std::max(number.number, other)};
}

std::optional<PlacedAmount> amount_of(const Interval& number, std::string_view unit,
                                      std::size_t end, const UnitTable& units) {
    const auto times = [&](double factor, bool is_volume) {
        return PlacedAmount{{number.low * factor, number.high * factor}, is_volume, end};
    };
    if (const auto factor = factor_of(units.kilograms, unit))
        return times(*factor, false);
    if (const auto factor = factor_of(units.litres, unit))
        return times(*factor, true);
    return std::nullopt;
}

/// A number of packages is whole: "1.250 bags" are 1250.
double count_of(const Lexeme& number) {
    const bool is_whole = number.number == std::floor(number.number);
    return is_whole ? number.number : number.other_number.value_or(number.number);
}

/// Whether a unit may stand in two words: "short tons", or without a blank where alphabets part.
bool is_two_words(std::span<const Lexeme> tokens, std::size_t unit) {
    constexpr std::size_t shortest = 2;
    if (unit + 1 >= tokens.size() || tokens[unit + 1].kind != Lexeme::Kind::word)
        return unit + 1 < tokens.size() && !is_ascii(tokens[unit].text) &&
               !tokens[unit + 1].after_space;
    return (!is_ascii(tokens[unit].text) && !tokens[unit + 1].after_space) ||
           (tokens[unit].text.size() >= shortest && tokens[unit + 1].text.size() > shortest);
}

std::optional<PlacedAmount> amount_at(std::span<const Lexeme> tokens, std::size_t place,
                                      const UnitTable& units) {
    if (tokens[place].kind != Lexeme::Kind::number || place + 1 >= tokens.size())
        return std::nullopt;
    std::size_t unit = place + 1;
    if (tokens[unit].text == "-" && unit + 1 < tokens.size() &&
        tokens[unit + 1].kind == Lexeme::Kind::word)
        ++unit;
    if (unit + 1 < tokens.size() && tokens[unit + 1].text == "/" &&
        !units.is_package(tokens, unit + 2))
        return std::nullopt; // g/l is a strength, 1000 l/IBC is none
    if (is_two_words(tokens, unit)) {
        const std::string pair = tokens[unit].text + tokens[unit + 1].text;
        if (const auto amount = amount_of(values_of(tokens[place]), pair, unit + 2, units))
            return amount;
    }
    return amount_of(values_of(tokens[place]), tokens[unit].text, unit + 1, units);
}

/// "4 x" or "20 IBC a" before an amount. At most two words stand in between.
double packages_before(std::span<const Lexeme> tokens, std::size_t place, const UnitTable& units) {
    std::size_t at = place;
    bool joined = false;
    for (std::size_t step = 0; step < 3 && at > 0; ++step) {
        const Lexeme& token = tokens[at - 1];
        if (token.kind == Lexeme::Kind::number)
            return joined && count_of(token) == std::floor(count_of(token)) ? count_of(token) : 1;
        const std::size_t taken =
            std::max(units.times.before(tokens, at), units.packages.before(tokens, at));
        if (taken == 0)
            return 1;
        joined = true;
        at -= taken;
    }
    if (at > 0 && joined && tokens[at - 1].kind == Lexeme::Kind::number)
        return count_of(tokens[at - 1]);
    return 1;
}

/// The number at `count` when it counts packages: behind a sign, unless a further size follows ("x
/// 40 cm"); else only in front of the name of a package.
double packages_at(std::span<const Lexeme> tokens, std::size_t count, bool behind_sign,
                   const UnitTable& units) {
    if (count >= tokens.size() || tokens[count].kind != Lexeme::Kind::number)
        return 1;
    const double number = count_of(tokens[count]);
    const bool is_named = units.is_package(tokens, count + 1);
    const bool is_size =
        count + 1 < tokens.size() && tokens[count + 1].kind == Lexeme::Kind::word && !is_named;
    const bool counts = behind_sign ? !is_size : is_named;
    return number >= 1 && number == std::floor(number) && counts ? number : 1;
}

bool is_mark(const Lexeme& token) {
    constexpr std::string_view marks = ",;:-(/";
    return token.text.size() == 1 && marks.find(token.text) != std::string_view::npos;
}

/// "bag" and "bags", "мешок" and "мешков".
bool is_same_package(const Lexeme& left, const Lexeme& right) {
    constexpr std::size_t compared = 4; // bytes
    return left.text.substr(0, std::min(compared, left.text.size() - 1)) ==
           right.text.substr(0, std::min(compared, left.text.size() - 1));
}

/// "/bag, 40 bags" or "each; 8 drums" behind the content of one.
double packages_listed(std::span<const Lexeme> tokens, std::size_t place, const UnitTable& units) {
    std::size_t at = place;
    for (std::size_t step = 0, taken = 1; step < 3 && taken > 0; ++step) {
        taken = units.each.at(tokens, at);
        at += taken;
    }
    const std::size_t kind = units.packages.at(tokens, at);
    std::size_t count = at + kind;
    while (count < tokens.size() && count < at + kind + 2 && is_mark(tokens[count]))
        ++count;
    if (count == at + kind || (kind == 0 && at == place) || count + 1 >= tokens.size())
        return 1;
    if (kind > 0 && !is_same_package(tokens[at], tokens[count + 1]))
        return 1;
    const std::size_t behind = count + 1 + units.packages.at(tokens, count + 1);
    const bool has_own_content =
        units.times.at(tokens, behind) > 0 &&
        tokens[std::min(behind + 1, tokens.size() - 1)].kind == Lexeme::Kind::number;
    return has_own_content ? 1 : packages_at(tokens, count, false, units);
}

/// "x 40" or "bags x 40" behind an amount, or a list of both.
double packages_behind(std::span<const Lexeme> tokens, std::size_t place, const UnitTable& units) {
    const std::size_t sign = place + units.packages.at(tokens, place);
    const std::size_t taken = units.times_signs.at(tokens, sign);
    return taken > 0 ? packages_at(tokens, sign + taken, true, units)
                     : packages_listed(tokens, place, units);
}

Quantity quantity_of(const Interval& value, bool is_volume, bool is_ambiguous) {
    Quantity quantity;
    (is_volume ? quantity.litres : quantity.kilograms) = value;
    quantity.is_ambiguous = is_ambiguous;
    return quantity;
}

bool is_symbol(std::span<const Lexeme> tokens, std::size_t place, std::string_view text) {
    return place < tokens.size() && tokens[place].kind == Lexeme::Kind::symbol &&
           tokens[place].text == text;
}

/// The lower end of "100-120 kg", whose upper end is at `place`. Not of a code's groups.
std::optional<double> range_start(std::span<const Lexeme> tokens, std::size_t place) {
    if (place < 2 || !is_symbol(tokens, place - 1, "-") ||
        tokens[place - 2].kind != Lexeme::Kind::number)
        return std::nullopt;
    const bool is_chain = place >= 3 && is_symbol(tokens, place - 3, "-");
    const double low = tokens[place - 2].number;
    const bool is_range = !is_chain && low > 0 && low < tokens[place].number;
    return is_range ? std::optional(low) : std::nullopt;
}

/// "80 200" before the name of a package: 80 of 200, as a share of 80,200; 0 of "1 000".
double as_packages(const Lexeme& number) {
    constexpr double thousand = 1000;
    const double last_group = std::fmod(number.number, thousand);
    return std::floor(number.number / thousand) * last_group / number.number;
}

Amount amount_from(const PlacedAmount& found, std::span<const Lexeme> tokens, std::size_t place,
                   const UnitTable& units) {
    const double before = packages_before(tokens, place, units);
    Amount amount;
    amount.begin = place;
    amount.is_volume = found.is_volume;
    amount.packages = before > 1 ? before : packages_behind(tokens, found.end, units);
    amount.each = found.value.high;
    amount.least = found.value.low * amount.packages;
    amount.is_ambiguous = !found.value.is_exact();
    const bool has_package = amount.packages <= 1 && units.is_package(tokens, found.end);
    const auto start = range_start(tokens, place);
    const double as_two = has_package && tokens[place].has_blank ? as_packages(tokens[place]) : 0;
    amount.is_content = has_package && as_two <= 0;
    if (as_two > 0) {
        amount.least *= as_two;
        amount.is_ambiguous = true;
    } else if (start && !has_package && tokens[place].number > 0) {
        amount.least *= *start / tokens[place].number;
    }
    return amount;
}

/// A number before the amount that is no number of packages and no start of a range: then nothing
/// says which of the two it is, or whether both are one ("1_355 kg").
bool has_stray_number(std::span<const Lexeme> tokens, const Amount& amount,
                      const UnitTable& units) {
    std::size_t place = amount.begin;
    if (amount.packages > 1 || range_start(tokens, place) || units.times.before(tokens, place) > 0)
        return false;
    while (place > 0) {
        const Lexeme& token = tokens[--place];
        if (token.kind == Lexeme::Kind::number)
            return true;
        if (token.kind == Lexeme::Kind::word && token.length > 1)
            return false;
    }
    return false;
}

bool is_sign_of_number(std::string_view symbol) {
    constexpr std::array<std::string_view, 10> signs{"+", "-", "(", ")", "[",
                                                     "]", "~", "≈", ".", ","};
    return std::find(signs.begin(), signs.end(), symbol) != signs.end();
}

/// The values of a cell that holds one number, or a range, with nothing but signs around it.
std::optional<Interval> bare_number(std::span<const Lexeme> tokens, bool& is_ambiguous) {
    const Lexeme* only = nullptr;
    std::optional<double> start;
    for (std::size_t place = 0; place < tokens.size(); ++place) {
        if (tokens[place].kind == Lexeme::Kind::symbol && is_sign_of_number(tokens[place].text))
            continue;
        if (tokens[place].kind != Lexeme::Kind::number)
            return std::nullopt;
        start = range_start(tokens, place);
        if (only != nullptr && !start)
            return std::nullopt;
        only = &tokens[place];
    }
    if (only == nullptr)
        return std::nullopt;
    is_ambiguous = only->other_number.has_value();
    const Interval values = values_of(*only);
    return Interval{start ? std::min(*start, values.low) : values.low, values.high};
}

} // namespace

std::vector<Amount> find_amounts(std::span<const Lexeme> tokens, const UnitTable& units) {
    std::vector<Amount> amounts;
    for (std::size_t place = 0; place < tokens.size(); ++place)
        if (const auto found = amount_at(tokens, place, units))
            amounts.push_back(amount_from(*found, tokens, place, units));
    return amounts;
}

const Amount* largest(std::span<const Amount> amounts) {
    const Amount* best = nullptr;
    for (const Amount& amount : amounts)
        if (amount.total() > (best != nullptr ? best->total() : 0))
            best = &amount;
    return best;
}

Quantity quantity_of(const Amount& amount) {
    return quantity_of(Interval{amount.least, amount.total()}, amount.is_volume,
                       amount.is_ambiguous);
}

bool is_negative(std::string_view cell) {
    cell = trim(cell);
    const std::vector<Lexeme> tokens = lex(cell);
    const auto number = std::find_if(tokens.begin(), tokens.end(), [](const Lexeme& token) {
        return token.kind == Lexeme::Kind::number;
    });
    if (number == tokens.end())
        return false;
    const auto place = static_cast<std::size_t>(number - tokens.begin());
    const bool is_bracketed =
        place > 0 && is_symbol(tokens, place - 1, "(") && is_symbol(tokens, place + 1, ")");
    const bool is_first = place == 1 && is_symbol(tokens, 0, "-");
    const bool is_last = place + 2 == tokens.size() && is_symbol(tokens, place + 1, "-");
    return is_bracketed || is_first || is_last;
}

std::optional<Quantity> read_amount_cell(std::string_view cell, std::string_view unit_hint,
                                         const UnitTable& units, DecimalMark style) {
    const std::vector<Lexeme> tokens = lex(cell, style);
    const std::vector<Amount> amounts = find_amounts(tokens, units);
    if (const Amount* amount = largest(amounts))
        return has_stray_number(tokens, *amount, units) ? std::nullopt
                                                        : std::optional(quantity_of(*amount));
    bool is_ambiguous = false;
    const auto number = bare_number(tokens, is_ambiguous);
    if (!number)
        return std::nullopt;
    if (const auto amount = amount_of(*number, unit_key(unit_hint), 0, units))
        return quantity_of(amount->value, amount->is_volume, is_ambiguous);
    return std::nullopt;
}

bool names_package(std::string_view unit, const UnitTable& units) {
    const std::vector<Lexeme> kind = lex(unit);
    return !kind.empty() && units.packages.at(kind, 0) == kind.size();
}

std::optional<Quantity> content_of_packages(std::string_view number, std::string_view unit,
                                            std::span<const Amount> amounts, const UnitTable& units,
                                            DecimalMark style) {
    const Amount* content = largest(amounts);
    const bool is_total = std::any_of(amounts.begin(), amounts.end(),
                                      [](const Amount& amount) { return amount.packages > 1; });
    if (content == nullptr || is_total)
        return std::nullopt;
    const std::vector<Lexeme> count = lex(number, style);
    if (count.size() != 1 || count[0].kind != Lexeme::Kind::number || count[0].number < 1 ||
        !names_package(unit, units))
        return std::nullopt;
    const Interval counts = values_of(count[0]);
    return quantity_of(Interval{content->least * counts.low, content->total() * counts.high},
                       content->is_volume, content->is_ambiguous || !counts.is_exact());
}

} // namespace preflag
