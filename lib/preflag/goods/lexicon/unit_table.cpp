#include <preflag/base/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/goods/lexicon/unit_table.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace preflag {

namespace {

/// Unit words as the lexer leaves them: "Kgs" -> "kgs", "µm" -> "μm".
std::string key_of(std::string_view word) {
    std::string key;
    for (const Lexeme& lexeme : lex(word))
        key += lexeme.text;
    return key;
}

void read_factors(const Document& document, const DocumentNode* node,
                  std::map<std::string, double, std::less<>>& factors,
                  std::vector<Diagnostic>& diagnostics) {
    if (node == nullptr)
        return;
    MapReader map(document, *node, "units", diagnostics);
    for (const DocumentEntry& entry : node->entries())
        if (const auto factor = map.number(entry.key)) {
            if (*factor > 0)
                factors.insert_or_assign(key_of(entry.key), *factor);
            else
                map.error(entry.position,
                          fmt::format("the unit \"{}\" must be above 0", entry.key));
        }
    map.finish();
}

std::optional<double> find(const std::map<std::string, double, std::less<>>& factors,
                           std::string_view word) {
    const auto found = factors.find(word);
    return found == factors.end() ? std::nullopt : std::optional(found->second);
}

Quantity quantity_of(double value, bool is_volume) {
    Quantity quantity;
    (is_volume ? quantity.litres : quantity.kilograms) = Interval{value, value, false, false};
    return quantity;
}

} // namespace

void UnitTable::read(const Document& document, std::vector<Diagnostic>& diagnostics) {
    MapReader map(document, document.root, "units", diagnostics);
    map.required_text("edition");
    read_factors(document, map.child("kilograms"), kilograms_, diagnostics);
    read_factors(document, map.child("litres"), litres_, diagnostics);
    read_factors(document, map.child("micrometres"), micrometres_, diagnostics);
    if (const DocumentNode* node = map.child("mesh")) {
        MapReader mesh(document, *node, "mesh", diagnostics);
        for (const std::string& word : mesh.texts("words"))
            mesh_.add(word);
        micrometres_times_mesh_ = mesh.number("micrometres-times-mesh").value_or(0);
        mesh.finish();
    }
    for (const std::string& word : map.texts("packages"))
        packages_.add(word);
    for (const std::string& word : map.texts("times"))
        times_.add(word);
    for (const std::string& word : map.texts("times-signs"))
        times_signs_.add(word);
    map.finish();
}

bool UnitTable::is_amount_unit(const Lexeme& lexeme) const {
    return lexeme.kind == Lexeme::Kind::word &&
           (kilograms_.count(lexeme.text) != 0 || litres_.count(lexeme.text) != 0);
}

std::optional<UnitTable::Amount> UnitTable::amount_at(std::span<const Lexeme> lexemes,
                                                      std::size_t place) const {
    if (lexemes[place].kind != Lexeme::Kind::number || place + 1 >= lexemes.size())
        return std::nullopt;
    std::size_t unit = place + 1;
    if (lexemes[unit].text == "-" && unit + 1 < lexemes.size() &&
        lexemes[unit + 1].kind == Lexeme::Kind::word)
        ++unit;
    if (unit + 1 < lexemes.size() && lexemes[unit + 1].text == "/" &&
        packages_.at(lexemes, unit + 2) == 0)
        return std::nullopt; // g/l is a strength, 1000 l/IBC is none
    if (unit + 1 < lexemes.size() && !is_ascii(lexemes[unit].text) &&
        !lexemes[unit + 1].after_space) {
        const std::string pair = lexemes[unit].text + lexemes[unit + 1].text;
        if (const auto amount = amount_of(lexemes[place].number, pair, unit + 2))
            return amount;
    }
    return amount_of(lexemes[place].number, lexemes[unit].text, unit + 1);
}

std::optional<UnitTable::Amount> UnitTable::amount_of(double number, std::string_view unit,
                                                      std::size_t end) const {
    if (const auto factor = find(kilograms_, unit))
        return Amount{number * *factor, false, end};
    if (const auto factor = find(litres_, unit))
        return Amount{number * *factor, true, end};
    return std::nullopt;
}

/// "4 x" or "20 IBC a" before an amount. At most two words stand in between.
double UnitTable::packages_before(std::span<const Lexeme> lexemes, std::size_t place) const {
    std::size_t at = place;
    bool joined = false;
    for (std::size_t step = 0; step < 3 && at > 0; ++step) {
        const Lexeme& lexeme = lexemes[at - 1];
        if (lexeme.kind == Lexeme::Kind::number)
            return joined && lexeme.number == std::floor(lexeme.number) ? lexeme.number : 1;
        const std::size_t taken =
            std::max(times_.before(lexemes, at), packages_.before(lexemes, at));
        if (taken == 0)
            return 1;
        joined = true;
        at -= taken;
    }
    if (at > 0 && joined && lexemes[at - 1].kind == Lexeme::Kind::number)
        return lexemes[at - 1].number;
    return 1;
}

/// "x 40" or "bags x 40" behind an amount, unless a further size follows ("x 40 cm").
double UnitTable::packages_behind(std::span<const Lexeme> lexemes, std::size_t place) const {
    const std::size_t sign = place + packages_.at(lexemes, place);
    const std::size_t taken = times_signs_.at(lexemes, sign);
    const std::size_t count = sign + taken;
    if (taken == 0 || count >= lexemes.size() || lexemes[count].kind != Lexeme::Kind::number)
        return 1;
    const double number = lexemes[count].number;
    const bool is_size = count + 1 < lexemes.size() &&
                         lexemes[count + 1].kind == Lexeme::Kind::word &&
                         packages_.at(lexemes, count + 1) == 0;
    return number >= 1 && number == std::floor(number) && !is_size ? number : 1;
}

double UnitTable::packages_of(const Amount& amount, std::span<const Lexeme> lexemes,
                              std::size_t place) const {
    const double before = packages_before(lexemes, place);
    return before > 1 ? before : packages_behind(lexemes, amount.end);
}

std::optional<UnitTable::TextAmount>
UnitTable::largest_amount(std::span<const Lexeme> lexemes) const {
    std::optional<TextAmount> largest;
    for (std::size_t i = 0; i < lexemes.size(); ++i)
        if (const auto amount = amount_at(lexemes, i)) {
            const double packages = packages_of(*amount, lexemes, i);
            const double value = amount->value * packages;
            if (value > (largest ? largest->value : 0))
                largest = TextAmount{value, amount->is_volume,
                                     packages <= 1 && is_package(lexemes, amount->end)};
        }
    return largest;
}

std::optional<Quantity> UnitTable::read_text(std::span<const Lexeme> lexemes) const {
    const auto largest = largest_amount(lexemes);
    return largest ? std::optional(quantity_of(largest->value, largest->is_volume)) : std::nullopt;
}

bool UnitTable::states_content_only(std::span<const Lexeme> lexemes) const {
    const auto largest = largest_amount(lexemes);
    return largest && largest->is_content;
}

std::optional<Quantity> UnitTable::read_packages(std::string_view number, std::string_view unit,
                                                 std::span<const Lexeme> lexemes) const {
    const std::vector<Lexeme> count = lex(number);
    const std::vector<Lexeme> kind = lex(unit);
    if (count.size() != 1 || count[0].kind != Lexeme::Kind::number || count[0].number < 1 ||
        kind.empty() || packages_.at(kind, 0) != kind.size())
        return std::nullopt;
    for (std::size_t i = 0; i < lexemes.size(); ++i)
        if (const auto amount = amount_at(lexemes, i);
            amount && packages_of(*amount, lexemes, i) > 1)
            return std::nullopt;
    auto content = read_text(lexemes);
    if (!content)
        return std::nullopt;
    for (auto* amount : {&content->kilograms, &content->litres})
        if (*amount)
            **amount = {(*amount)->low * count[0].number, (*amount)->high * count[0].number, false,
                        false};
    return content;
}

std::optional<Quantity> UnitTable::read_cell(std::string_view cell,
                                             std::string_view unit_hint) const {
    const std::vector<Lexeme> lexemes = lex(cell);
    if (auto quantity = read_text(lexemes))
        return quantity;
    if (lexemes.size() != 1 || lexemes[0].kind != Lexeme::Kind::number)
        return std::nullopt;
    const std::string unit = key_of(unit_hint);
    if (const auto factor = find(kilograms_, unit))
        return quantity_of(lexemes[0].number * *factor, false);
    if (const auto factor = find(litres_, unit))
        return quantity_of(lexemes[0].number * *factor, true);
    return std::nullopt;
}

std::optional<Interval> UnitTable::read_particle_size(std::span<const Lexeme> lexemes,
                                                      const PhraseSet& below,
                                                      const PhraseSet& above) const {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < lexemes.size(); ++i) {
        if (lexemes[i].kind != Lexeme::Kind::number || lexemes[i].number <= 0)
            continue;
        std::size_t next = i + 1;
        double low = lexemes[i].number;
        double high = low;
        if (lexemes[next].text == "-" && next + 2 < lexemes.size() &&
            lexemes[next + 1].kind == Lexeme::Kind::number) {
            high = lexemes[next + 1].number;
            next += 2;
        } else if (lexemes[next].text == "-") {
            ++next;
        }
        const bool is_below = i > 0 && (lexemes[i - 1].text == "<" || lexemes[i - 1].text == "≤" ||
                                        lexemes[i - 1].text == "-" || below.before(lexemes, i) > 0);
        const bool is_above = i > 0 && (lexemes[i - 1].text == ">" || lexemes[i - 1].text == "≥" ||
                                        above.before(lexemes, i) > 0);
        if (const auto factor =
                find(micrometres_, next < lexemes.size() ? lexemes[next].text : "")) {
            if (is_above)
                return Interval{high * *factor, infinite, true, false};
            return Interval{is_below ? 0 : low * *factor, high * *factor, false, is_below};
        }
        if (mesh_.at(lexemes, next) > 0 && micrometres_times_mesh_ > 0) {
            const double opening = micrometres_times_mesh_ / low;
            const bool is_on_sieve = i > 0 && (lexemes[i - 1].text == "+" || is_above);
            if (is_on_sieve)
                return Interval{opening, infinite, false, false};
            return Interval{is_below ? 0 : micrometres_times_mesh_ / high, opening, false,
                            is_below};
        }
    }
    return std::nullopt;
}

} // namespace preflag
