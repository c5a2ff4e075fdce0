#include <preflag/goods/reading/line_quantity.h>
#include <preflag/goods/reading/strength_conversion.h>

#include <fmt/format.h>

#include <cmath>

namespace preflag {

namespace {

MeasuredQuantity from_column(const Quantity& quantity, std::string text) {
    return {quantity, Origin::column, std::move(text)};
}

/// So many packages of the quantity column, each with the content that a text states.
std::optional<MeasuredQuantity> packages_of_line(const UnitTable& units, const GoodsLine& line) {
    const std::string_view number = line.cells[Field::quantity];
    const std::string_view unit = line.cells[Field::quantity_unit];
    if (number.empty())
        return std::nullopt;
    for (const GoodsText& text : line.texts)
        if (const auto quantity = content_of_packages(number, unit, text.amounts, units))
            return from_column(*quantity, std::string(number) + " " + std::string(unit));
    return std::nullopt;
}

/// The largest amount of the first text that states one of the kind.
std::optional<MeasuredQuantity> quantity_in_text(const GoodsLine& line, bool is_content) {
    for (const GoodsText& text : line.texts)
        if (const Amount* amount = largest(text.amounts);
            amount != nullptr && amount->is_content == is_content) {
            const Quantity quantity = quantity_of(*amount);
            return MeasuredQuantity{quantity, Origin::description, to_string(quantity)};
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
    std::string_view hint = cells[unit];
    if (hint.empty())
        hint = cells[Field::weight_unit];
    return read_amount_cell(cells[value], hint.empty() ? "kg" : hint, units);
}

std::optional<MeasuredQuantity> quantity_of_line(const UnitTable& units, const GoodsLine& line) {
    const FieldValues& cells = line.cells;
    const auto weight = [&](Field value, Field unit) -> std::optional<MeasuredQuantity> {
        const auto quantity = read_weight(cells, value, unit, units);
        return quantity ? std::optional(from_column(*quantity, std::string(cells[value])))
                        : std::nullopt;
    };
    if (auto net = weight(Field::net_weight, Field::net_weight_unit))
        return net;
    const std::string_view cell = cells[Field::quantity];
    if (const auto quantity = cell.empty()
                                  ? std::nullopt
                                  : read_amount_cell(cell, cells[Field::quantity_unit], units))
        return from_column(*quantity, std::string(cell));
    if (auto packages = packages_of_line(units, line))
        return packages;
    if (auto total = quantity_in_text(line, false))
        return total;
    if (auto gross = weight(Field::gross_weight, Field::gross_weight_unit))
        return gross;
    return quantity_in_text(line, true);
}

void read_quantity(const UnitTable& units, const GoodsLine& line, GoodsReading& reading) {
    reading.quantity = quantity_of_line(units, line);
    if (!reading.quantity)
        return;
    note_other_quantity(line, reading);
    for (Identification& item : reading.substances) {
        item.quantity = reading.quantity;
        add_weight(*item.quantity, item);
    }
}

} // namespace preflag
