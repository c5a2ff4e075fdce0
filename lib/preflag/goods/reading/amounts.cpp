#include <preflag/base/text.h>
#include <preflag/goods/reading/amounts.h>

#include <algorithm>
#include <cmath>

namespace preflag {

namespace {

/// An amount of one unit, and the token behind it.
struct PlacedAmount {
    double value = 0;
    bool is_volume = false;
    std::size_t end = 0;
};

std::optional<PlacedAmount> amount_of(double number, std::string_view unit, std::size_t end,
                                      const UnitTable& units) {
    if (const auto factor = factor_of(units.kilograms, unit))
        return PlacedAmount{number * *factor, false, end};
    if (const auto factor = factor_of(units.litres, unit))
        return PlacedAmount{number * *factor, true, end};
    return std::nullopt;
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
        if (const auto amount = amount_of(tokens[place].number, pair, unit + 2, units))
            return amount;
    }
    return amount_of(tokens[place].number, tokens[unit].text, unit + 1, units);
}

/// "4 x" or "20 IBC a" before an amount. At most two words stand in between.
double packages_before(std::span<const Lexeme> tokens, std::size_t place, const UnitTable& units) {
    std::size_t at = place;
    bool joined = false;
    for (std::size_t step = 0; step < 3 && at > 0; ++step) {
        const Lexeme& token = tokens[at - 1];
        if (token.kind == Lexeme::Kind::number)
            return joined && token.number == std::floor(token.number) ? token.number : 1;
        const std::size_t taken =
            std::max(units.times.before(tokens, at), units.packages.before(tokens, at));
        if (taken == 0)
            return 1;
        joined = true;
        at -= taken;
    }
    if (at > 0 && joined && tokens[at - 1].kind == Lexeme::Kind::number)
        return tokens[at - 1].number;
    return 1;
}

/// The number at `count` when it counts packages: behind a sign, unless a further size follows ("x
/// 40 cm"); else only in front of the name of a package.
double packages_at(std::span<const Lexeme> tokens, std::size_t count, bool behind_sign,
                   const UnitTable& units) {
    if (count >= tokens.size() || tokens[count].kind != Lexeme::Kind::number)
        return 1;
    const double number = tokens[count].number;
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

Quantity quantity_of(double value, bool is_volume) {
    Quantity quantity;
    (is_volume ? quantity.litres : quantity.kilograms) = Interval{value, value, false, false};
    return quantity;
}

} // namespace

std::vector<Amount> find_amounts(std::span<const Lexeme> tokens, const UnitTable& units) {
    std::vector<Amount> amounts;
    for (std::size_t place = 0; place < tokens.size(); ++place)
        if (const auto found = amount_at(tokens, place, units)) {
            const double before = packages_before(tokens, place, units);
            const double packages =
                before > 1 ? before : packages_behind(tokens, found->end, units);
            amounts.push_back({found->value, found->is_volume, packages,
                               packages <= 1 && units.is_package(tokens, found->end)});
        }
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
    return quantity_of(amount.total(), amount.is_volume);
}

std::optional<Quantity> read_amount_cell(std::string_view cell, std::string_view unit_hint,
                                         const UnitTable& units) {
    const std::vector<Lexeme> tokens = lex(cell);
    const std::vector<Amount> amounts = find_amounts(tokens, units);
    if (const Amount* amount = largest(amounts))
        return quantity_of(*amount);
    if (tokens.size() != 1 || tokens[0].kind != Lexeme::Kind::number)
        return std::nullopt;
    if (const auto amount = amount_of(tokens[0].number, unit_key(unit_hint), 0, units))
        return quantity_of(amount->value, amount->is_volume);
    return std::nullopt;
}

bool names_package(std::string_view unit, const UnitTable& units) {
    const std::vector<Lexeme> kind = lex(unit);
    return !kind.empty() && units.packages.at(kind, 0) == kind.size();
}

std::optional<Quantity> content_of_packages(std::string_view number, std::string_view unit,
                                            std::span<const Amount> amounts,
                                            const UnitTable& units) {
    const Amount* content = largest(amounts);
    const bool is_total = std::any_of(amounts.begin(), amounts.end(),
                                      [](const Amount& amount) { return amount.packages > 1; });
    if (content == nullptr || is_total)
        return std::nullopt;
    const std::vector<Lexeme> count = lex(number);
    if (count.size() != 1 || count[0].kind != Lexeme::Kind::number || count[0].number < 1 ||
        !names_package(unit, units))
        return std::nullopt;
    return quantity_of(content->total() * count[0].number, content->is_volume);
}

} // namespace preflag
