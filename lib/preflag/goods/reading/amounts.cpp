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
    if (unit + 1 < tokens.size() && !is_ascii(tokens[unit].text) && !tokens[unit + 1].after_space) {
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

/// "x 40" or "bags x 40" behind an amount, unless a further size follows ("x 40 cm").
double packages_behind(std::span<const Lexeme> tokens, std::size_t place, const UnitTable& units) {
    const std::size_t sign = place + units.packages.at(tokens, place);
    const std::size_t taken = units.times_signs.at(tokens, sign);
    const std::size_t count = sign + taken;
    if (taken == 0 || count >= tokens.size() || tokens[count].kind != Lexeme::Kind::number)
        return 1;
    const double number = tokens[count].number;
    const bool is_size = count + 1 < tokens.size() &&
                         tokens[count + 1].kind == Lexeme::Kind::word &&
                         !units.is_package(tokens, count + 1);
    return number >= 1 && number == std::floor(number) && !is_size ? number : 1;
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
