#include <preflag/base/text.h>
#include <preflag/goods/line/strength_conversion.h>
#include <preflag/goods/reading/line_quantity.h>

#include <fmt/format.h>

#include <cmath>

namespace preflag {

namespace {

std::string_view unit_of_weight(const FieldValues& cells, Field unit) {
    return cells[unit].empty() ? cells[Field::weight_unit] : cells[unit];
}

LineQuantity from_column(const Quantity& quantity, std::string text, LineQuantity::Source source) {
    return {{quantity, Origin::column, std::move(text)}, source};
}

/// So many packages of the quantity column, each with the content that a text states.
std::optional<LineQuantity> packages_of_line(const UnitTable& units, const GoodsLine& line) {
    const std::string_view number = line.cells[Field::quantity];
    const std::string_view unit = line.cells[Field::quantity_unit];
    if (number.empty())
        return std::nullopt;
    for (const GoodsText& text : line.texts)
        if (const auto quantity = content_of_packages(number, unit, text.amounts, units,
                                                      decimal_mark(line.cells, Field::quantity)))
            return from_column(*quantity, std::string(number) + " " + std::string(unit),
                               LineQuantity::Source::packages);
    return std::nullopt;
}

/// The largest amount of the first text that states one of the kind.
std::optional<LineQuantity> quantity_in_text(const GoodsLine& line, bool is_content) {
    for (const GoodsText& text : line.texts)
        if (const Amount* amount = largest(text.amounts);
            amount != nullptr && amount->is_content == is_content) {
            const Quantity quantity = quantity_of(*amount);
            return LineQuantity{{quantity, Origin::description, to_string(quantity)},
                                is_content ? LineQuantity::Source::content_in_text
                                           : LineQuantity::Source::total_in_text};
        }
    return std::nullopt;
}

/// A total in the text that differs from the column is worth a word, a pack size is not.
void note_other_quantity(const GoodsLine& line, GoodsReading& reading) {
    constexpr double tolerance = 0.05;
    const auto& used = *reading.quantity;
    if (used.origin != Origin::column || !used.value.kilograms)
        return;
    for (const GoodsText& text : line.texts) {
        const Amount* other = largest(text.amounts);
        if (other == nullptr || other->is_volume)
            continue;
        const double packs = used.value.kilograms->high / other->total();
        const bool is_pack_size = packs > 1 && std::abs(packs - std::round(packs)) < tolerance;
        if (std::abs(packs - 1) > tolerance && !is_pack_size)
            reading.notes.push_back(
                fmt::format("the text states {}, the column {}: the column is used",
                            to_string(quantity_of(*other)), to_string(used.value)));
    }
}

/// A weight whose unit was taken for granted.
void note_assumed_unit(const UnitTable& units, const FieldValues& cells, Field value, Field unit,
                       std::vector<std::string>& notes) {
    if (unit_of_weight(cells, unit).empty() && !read_amount_cell(cells[value], "", units))
        notes.push_back(fmt::format("the {} \"{}\" states no unit and is taken to be in {}",
                                    value == Field::net_weight ? "net weight" : "gross weight",
                                    printable(cells[value]), units.weights_without_unit));
}

/// A quantity that its column states in a unit, of its own column or behind the number, which is
/// none of mass or volume.
void note_unused_column(const UnitTable& units, const FieldValues& cells,
                        std::vector<std::string>& notes) {
    std::string_view number = cells[Field::quantity];
    std::string_view unit = cells[Field::quantity_unit];
    if (unit.empty()) {
        const std::vector<Lexeme> tokens = lex(number);
        if (tokens.size() < 2 || tokens.front().kind != Lexeme::Kind::number)
            return;
        unit = number.substr(tokens[1].offset);
        number = trim(number.substr(0, tokens[1].offset));
    }
    if (number.empty())
        return;
    const std::string stated = printable(fmt::format("{} {}", number, trim(unit)));
    if (names_package(unit, units))
        notes.push_back(fmt::format(
            "the quantity \"{}\" counts packages, and what one holds is not stated", stated));
    else
        notes.push_back(
            fmt::format("the quantity \"{}\" is in no known unit of mass or volume", stated));
}

/// Two readings that neither the cell nor its column could settle.
void note_ambiguous(const LineQuantity& quantity, std::vector<std::string>& notes) {
    if (!quantity.measured.value.is_ambiguous)
        return;
    const bool is_volume = !quantity.measured.value.kilograms.has_value();
    const Interval& range =
        is_volume ? *quantity.measured.value.litres : *quantity.measured.value.kilograms;
    const auto amount = [&](double value) {
        return fmt::format("{:.6g} {}", value, is_volume ? "l" : "kg");
    };
    notes.push_back(fmt::format("the quantity \"{}\" may be {} or {}: its column does not tell how "
                                "its numbers are written; --decimal does",
                                printable(quantity.measured.text), amount(range.low),
                                amount(range.high)));
}

/// A weight in a column that was not read, and one below nothing.
void note_cell(const FieldValues& cells, Field value, bool is_read,
               std::vector<std::string>& notes) {
    const std::string_view cell = cells[value];
    if (cell.empty())
        return;
    const std::string name(value == Field::net_weight ? "net weight" : "gross weight");
    if (!is_read)
        notes.push_back(fmt::format("the {} \"{}\" cannot be read", name, printable(cell)));
    else if (is_negative(cell))
        notes.push_back(fmt::format("the {} \"{}\" is below nothing and read without its sign",
                                    name, printable(cell)));
}

void note_source(const UnitTable& units, const FieldValues& cells, const LineWeights& weights,
                 const std::optional<LineQuantity>& quantity, std::vector<std::string>& notes) {
    using Source = LineQuantity::Source;
    if (quantity && quantity->source == Source::net_weight)
        note_assumed_unit(units, cells, Field::net_weight, Field::net_weight_unit, notes);
    if (quantity && quantity->source == Source::gross_weight)
        note_assumed_unit(units, cells, Field::gross_weight, Field::gross_weight_unit, notes);
    if (!quantity || quantity->source > Source::total_in_text)
        note_unused_column(units, cells, notes);
    note_cell(cells, Field::net_weight, weights.net.has_value(), notes);
    if (!quantity || quantity->source >= Source::gross_weight)
        note_cell(cells, Field::gross_weight, weights.gross.has_value(), notes);
    if (quantity && quantity->source == Source::quantity && is_negative(cells[Field::quantity]))
        notes.push_back(
            fmt::format("the quantity \"{}\" is below nothing and read without its sign",
                        printable(cells[Field::quantity])));
    if (quantity)
        note_ambiguous(*quantity, notes);
}

/// Kilograms of a volume of solution.
void add_weight(MeasuredQuantity& quantity, const Identification& item) {
    if (!quantity.value.litres || quantity.value.kilograms || !item.strength ||
        !item.strength->weight_percent)
        return;
    if (const auto density = density_at(*item.substance, item.strength->weight_percent->high))
        quantity.value.kilograms = Interval{quantity.value.litres->low * *density,
                                            quantity.value.litres->high * *density, false, false};
}

} // namespace

std::optional<Quantity> read_weight(const FieldValues& cells, Field value, Field unit,
                                    const UnitTable& units) {
    if (cells[value].empty())
        return std::nullopt;
    const std::string_view hint = unit_of_weight(cells, unit);
    return read_amount_cell(cells[value], hint.empty() ? units.weights_without_unit : hint, units,
                            decimal_mark(cells, value));
}

LineWeights read_weights(const FieldValues& cells, const UnitTable& units) {
    return {read_weight(cells, Field::net_weight, Field::net_weight_unit, units),
            read_weight(cells, Field::gross_weight, Field::gross_weight_unit, units)};
}

std::optional<LineQuantity> quantity_of_line(const UnitTable& units, const GoodsLine& line,
                                             const LineWeights& weights) {
    using Source = LineQuantity::Source;
    const FieldValues& cells = line.cells;
    const std::string_view counted = cells[Field::quantity];
    if (weights.net)
        return from_column(*weights.net, std::string(cells[Field::net_weight]), Source::net_weight);
    if (!counted.empty())
        if (auto quantity = read_amount_cell(counted, cells[Field::quantity_unit], units,
                                             decimal_mark(cells, Field::quantity)))
            return from_column(*quantity, std::string(counted), Source::quantity);
    if (auto packages = packages_of_line(units, line))
        return packages;
    if (auto total = quantity_in_text(line, false))
        return total;
    if (weights.gross)
        return from_column(*weights.gross, std::string(cells[Field::gross_weight]),
                           Source::gross_weight);
    return quantity_in_text(line, true);
}

void read_quantity(const UnitTable& units, const GoodsLine& line, const LineWeights& weights,
                   GoodsReading& reading) {
    const auto quantity = quantity_of_line(units, line, weights);
    note_source(units, line.cells, weights, quantity, reading.notes);
    if (!quantity)
        return;
    reading.quantity = quantity->measured;
    note_other_quantity(line, reading);
    for (Identification& item : reading.substances) {
        item.quantity = reading.quantity;
        add_weight(*item.quantity, item);
    }
}

} // namespace preflag
