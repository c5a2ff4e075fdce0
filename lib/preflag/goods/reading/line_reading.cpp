#include <preflag/base/text.h>
#include <preflag/goods/reading/code_notes.h>
#include <preflag/goods/reading/contradictions.h>
#include <preflag/goods/reading/line_reading.h>
#include <preflag/goods/reading/name_context.h>
#include <preflag/goods/reading/strength_conversion.h>
#include <preflag/goods/reading/strength_figures.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace preflag {

namespace {

bool is_code(EvidenceKind kind) {
    return kind == EvidenceKind::cas || kind == EvidenceKind::ec || kind == EvidenceKind::un;
}

/// "H2O2" means one thing only; "HCl" and "Al" are written for many.
bool is_telling_formula(std::string_view text) {
    const std::string plain = fold(text);
    return plain.size() >= 4 && std::any_of(plain.begin(), plain.end(), is_ascii_digit);
}

} // namespace

LineReading::LineReading(const Catalogue::Index& index, const FieldValues& line,
                         const std::vector<Hit>& hits)
    : index_(index), line_(line), hits_(hits) {
    for (const Field field : {Field::description, Field::proper_shipping_name})
        if (!line[field].empty())
            cells_.emplace_back(field, line[field]);
    is_remainder_ = std::any_of(cells_.begin(), cells_.end(), [&](const CellText& cell) {
        return preflag::is_remainder(cell, index_.words);
    });
    is_cleaned_ = is_remainder_ &&
                  std::any_of(cells_.begin(), cells_.end(),
                              [&](const CellText& cell) { return is_cleaned(cell, index_.words); });
}

GoodsReading LineReading::make() {
    weigh_names();
    weigh_short_names();
    identify();
    if (reading_.substances.empty())
        return std::move(reading_);
    reading_.notes = notes_on_codes(line_, cells_);
    read_product();
    read_particle_size();
    read_strengths();
    add_related();
    read_quantity();
    find_contradictions(index_, line_, hits_, reading_);
    return std::move(reading_);
}

const CellText* LineReading::cell_of(const Hit& hit) const {
    const auto found = std::find_if(cells_.begin(), cells_.end(),
                                    [&](const CellText& cell) { return cell.field == hit.field; });
    return found == cells_.end() ? nullptr : &*found;
}

Evidence LineReading::evidence_of(const Hit& hit) const {
    const std::string_view cell = line_[hit.field];
    return {hit.kind, hit.field, std::string(trim(cell.substr(hit.offset, hit.length))), hit.offset,
            hit.length};
}

void LineReading::keep(const Hit& hit) {
    const auto found =
        std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
            return candidate.substance == hit.substance;
        });
    if (found == candidates_.end())
        candidates_.push_back({hit.substance, {hit}});
    else
        found->hits.push_back(hit);
}

void LineReading::cancel(const Hit& hit, std::string because) {
    reading_.cancelled.push_back(
        {&index_.substances[hit.substance], evidence_of(hit), std::move(because)});
}

/// Codes count as they are, names after a look around; short names wait for support.
void LineReading::weigh_names() {
    for (const Hit& hit : hits_) {
        const CellText* cell = cell_of(hit);
        if (hit.is_other_product) {
            other_products_.push_back(hit);
            cancel(hit, "names another product");
        } else if (cell != nullptr && is_cleaned_) {
            cancel(hit, "cleaned packaging");
        } else if (hit.kind == EvidenceKind::un && cell != nullptr) {
            if (auto article =
                    article_around(*cell, cell->range_of(hit), names_in(*cell), index_.words))
                cancel(hit, std::move(*article));
            else
                keep(hit);
        } else if (is_code(hit.kind) || cell == nullptr) {
            keep(hit);
        } else if (hit.kind == EvidenceKind::hs || hit.kind == EvidenceKind::hs_basket) {
            keep(hit);
        } else if (auto words = cancelling_words(*cell, cell->range_of(hit), names_in(*cell),
                                                 index_.words)) {
            cancel(hit, std::move(*words));
        } else if (hit.kind == EvidenceKind::abbreviation || hit.kind == EvidenceKind::grade ||
                   (hit.kind == EvidenceKind::formula &&
                    !is_telling_formula(cell->text.substr(hit.offset, hit.length)))) {
            short_names_.push_back(hit);
        } else {
            keep(hit);
        }
    }
}

std::vector<LexemeRange> LineReading::names_in(const CellText& cell) const {
    std::vector<LexemeRange> names;
    for (const Hit& hit : hits_)
        if (hit.field == cell.field)
            names.push_back(cell.range_of(hit));
    return names;
}

bool LineReading::has_other_evidence(std::uint32_t substance) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
        return candidate.substance == substance;
    });
}

bool LineReading::has_nitrogen_split(const CellText& cell) const {
    const auto figures = find_strength_figures(cell.lexemes, index_.words);
    const auto has = [&](Basis basis) {
        return std::any_of(figures.begin(), figures.end(), [&](const StrengthFigure& figure) {
            return figure.concentration.basis == basis;
        });
    };
    return has(Basis::nitrate_nitrogen) && has(Basis::ammonium_nitrogen);
}

void LineReading::weigh_short_names() {
    for (const Hit& hit : short_names_) {
        const CellText& cell = *cell_of(hit);
        if (hit.kind == EvidenceKind::grade && !has_nitrogen_split(cell))
            cancel(hit, "nitrate nitrogen without ammonium nitrogen");
        else if (hit.is_telling || has_other_evidence(hit.substance) ||
                 is_supported(cell, cell.range_of(hit), index_.words,
                              index_.substances[hit.substance].support))
            keep(hit);
        else
            cancel(hit, "an ambiguous short name without other evidence");
    }
}

/// A short name with anything that speaks for it.
bool LineReading::is_believable(const Candidate& candidate) const {
    if (candidate.hits.size() > 1)
        return true;
    const Hit& hit = candidate.hits.front();
    const CellText* cell = cell_of(hit);
    return !hit.is_telling || cell == nullptr ||
           is_supported(*cell, cell->range_of(hit), index_.words,
                        index_.substances[hit.substance].support);
}

Confidence LineReading::confidence_of(const Candidate& candidate) const {
    const auto has = [&](auto is_kind) {
        return std::any_of(candidate.hits.begin(), candidate.hits.end(),
                           [&](const Hit& hit) { return is_kind(hit.kind); });
    };
    if (is_remainder_)
        return Confidence::possible;
    if (has(is_code))
        return Confidence::certain;
    const auto is_name = [](const Hit& hit) { return hit.kind == EvidenceKind::name; };
    if (std::any_of(candidate.hits.begin(), candidate.hits.end(), is_name))
        return std::any_of(candidate.hits.begin(), candidate.hits.end(),
                           [&](const Hit& hit) { return is_name(hit) && !hit.is_corrected; })
                   ? Confidence::certain
                   : Confidence::probable;
    if (has([](EvidenceKind kind) { return kind == EvidenceKind::formula; }))
        return Confidence::certain;
    if (has([](EvidenceKind kind) { return kind == EvidenceKind::trade_name; }))
        return Confidence::possible;
    const bool is_short_name = has([](EvidenceKind kind) {
        return kind == EvidenceKind::abbreviation || kind == EvidenceKind::grade;
    });
    if (is_short_name)
        return is_believable(candidate) ? Confidence::probable : Confidence::possible;
    const bool is_described = std::any_of(cells_.begin(), cells_.end(), [](const CellText& cell) {
        return std::any_of(cell.lexemes.begin(), cell.lexemes.end(), [](const Lexeme& lexeme) {
            return lexeme.kind == Lexeme::Kind::word && lexeme.text.size() > 2;
        });
    });
    return is_described ? Confidence::possible : Confidence::probable;
}

/// A basket subheading supports other evidence, and an exact one what nothing contradicts; neither
/// counts against a name that was cancelled or names another product.
void LineReading::identify() {
    for (const Candidate& candidate : candidates_) {
        const bool only_tariff =
            std::all_of(candidate.hits.begin(), candidate.hits.end(), [](const Hit& hit) {
                return hit.kind == EvidenceKind::hs || hit.kind == EvidenceKind::hs_basket;
            });
        const bool only_basket =
            std::all_of(candidate.hits.begin(), candidate.hits.end(),
                        [](const Hit& hit) { return hit.kind == EvidenceKind::hs_basket; });
        const bool is_named_otherwise =
            std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
                return other.substance != candidate.substance &&
                       std::any_of(other.hits.begin(), other.hits.end(), [](const Hit& hit) {
                           return hit.kind != EvidenceKind::hs &&
                                  hit.kind != EvidenceKind::hs_basket;
                       });
            });
        if (only_basket || (only_tariff && (!reading_.cancelled.empty() || is_named_otherwise)))
            continue;
        Identification identification;
        identification.substance = &index_.substances[candidate.substance];
        identification.confidence = confidence_of(candidate);
        for (const Hit& hit : candidate.hits)
            identification.evidence.push_back(evidence_of(hit));
        reading_.substances.push_back(std::move(identification));
    }
}

/// A product that also counts as another substance ("CAN 27" as ammonium nitrate).
void LineReading::add_related() {
    std::vector<Identification> related;
    for (const Identification& identification : reading_.substances) {
        const Substance& substance = *identification.substance;
        if (substance.also.empty())
            continue;
        const bool is_exact = std::any_of(identification.evidence.begin(),
                                          identification.evidence.end(), [](const Evidence& item) {
                                              return item.kind == EvidenceKind::cas ||
                                                     item.kind == EvidenceKind::hs ||
                                                     item.kind == EvidenceKind::ec;
                                          });
        const bool is_present = std::any_of(
            reading_.substances.begin(), reading_.substances.end(),
            [&](const Identification& other) { return other.substance->id == substance.also; });
        const auto& strength = identification.strength;
        const bool is_weak = strength && strength->nitrogen_percent &&
                             strength->nitrogen_percent->high < substance.also_from_nitrogen;
        if (is_present || is_exact || is_weak)
            continue;
        Identification other = identification;
        other.substance = &*std::find_if(
            index_.substances.begin(), index_.substances.end(),
            [&](const Substance& candidate) { return candidate.id == substance.also; });
        if (strength && !strength->nitrogen_percent)
            other.strength.reset();
        else if (strength)
            other.strength =
                measure_strength(*other.substance, {*strength->nitrogen_percent, Basis::nitrogen},
                                 strength->origin, strength->text);
        related.push_back(std::move(other));
    }
    for (Identification& identification : related)
        reading_.substances.push_back(std::move(identification));
}

/// The heading tells, and where it is none of chemicals as such, the words.
void LineReading::read_product() {
    const auto hs = HsCode::parse(line_[Field::hs]);
    const std::string digits = hs ? hs->digits() : "";
    for (const auto& [heading, form] : index_.words.product_headings)
        if (digits.starts_with(heading))
            reading_.product = FinishedProduct{form, "HS " + digits};
    const bool is_chemical =
        std::any_of(index_.words.chemical_chapters.begin(), index_.words.chemical_chapters.end(),
                    [&](const std::string& chapter) { return digits.starts_with(chapter); });
    if (is_chemical || reading_.product)
        return;
    for (const CellText& cell : cells_)
        for (std::size_t place = 0; place < cell.lexemes.size(); ++place)
            for (const auto& [form, phrases] : index_.words.product_words)
                if (const std::size_t taken = phrases.at(cell.lexemes, place);
                    taken > 0 && !reading_.product)
                    reading_.product = FinishedProduct{form, cell.written(place, place + taken)};
}

void LineReading::read_particle_size() {
    std::optional<Interval> size;
    const auto read = [&](std::span<const Lexeme> lexemes) {
        if (!size)
            size = index_.units.read_particle_size(lexemes, index_.words.maximum,
                                                   index_.words.minimum);
    };
    if (!line_[Field::particle_size].empty())
        read(lex(line_[Field::particle_size]));
    for (const CellText& cell : cells_)
        read(cell.lexemes);
    for (Identification& identification : reading_.substances)
        identification.particle_micrometres = size;
}

/// The net weight, else the quantity, else the total of the text, else the gross weight, else what
/// the text says that a package holds.
std::optional<MeasuredQuantity> LineReading::quantity_of_line() const {
    struct Source {
        Field value;
        Field unit;
    };
    const auto read = [&](Source source) -> std::optional<MeasuredQuantity> {
        std::string_view unit = line_[source.unit];
        if (unit.empty() && source.value != Field::quantity)
            unit = line_[Field::weight_unit];
        if (unit.empty() && source.value != Field::quantity)
            unit = "kg";
        const std::string_view cell = line_[source.value];
        if (cell.empty())
            return std::nullopt;
        const auto quantity = index_.units.read_cell(cell, unit);
        if (!quantity)
            return std::nullopt;
        return MeasuredQuantity{*quantity, Origin::column, std::string(cell)};
    };
    if (auto net = read({Field::net_weight, Field::net_weight_unit}))
        return net;
    if (auto quantity = read({Field::quantity, Field::quantity_unit}))
        return quantity;
    for (const CellText& cell : cells_)
        if (const auto quantity = index_.units.read_packages(
                line_[Field::quantity], line_[Field::quantity_unit], cell.lexemes))
            return MeasuredQuantity{*quantity, Origin::column,
                                    std::string(line_[Field::quantity]) + " " +
                                        std::string(line_[Field::quantity_unit])};
    const auto in_text = [&](bool is_content) -> std::optional<MeasuredQuantity> {
        for (const CellText& cell : cells_)
            if (const auto quantity = index_.units.read_text(cell.lexemes);
                quantity && index_.units.states_content_only(cell.lexemes) == is_content)
                return MeasuredQuantity{*quantity, Origin::description, to_string(*quantity)};
        return std::nullopt;
    };
    if (auto total = in_text(false))
        return total;
    if (auto gross = read({Field::gross_weight, Field::gross_weight_unit}))
        return gross;
    return in_text(true);
}

/// A total in the text that differs from the column is worth a word, a pack size is not.
void LineReading::note_other_quantity() {
    constexpr double tolerance = 0.05;
    const auto& used = *reading_.quantity;
    if (used.origin != Origin::column || !used.value.kilograms)
        return;
    for (const CellText& cell : cells_) {
        const auto other = index_.units.read_text(cell.lexemes);
        if (!other || !other->kilograms || other->kilograms->high <= 0)
            continue;
        const double packs = used.value.kilograms->high / other->kilograms->high;
        const bool is_pack_size = packs > 1 && std::abs(packs - std::round(packs)) < tolerance;
        if (std::abs(packs - 1) > tolerance && !is_pack_size)
            reading_.notes.push_back(
                fmt::format("the text states {}, the column {}: the column is used",
                            to_string(*other), to_string(used.value)));
    }
}

void LineReading::read_quantity() {
    reading_.quantity = quantity_of_line();
    if (!reading_.quantity)
        return;
    note_other_quantity();
    for (Identification& identification : reading_.substances) {
        MeasuredQuantity quantity = *reading_.quantity;
        const auto& strength = identification.strength;
        if (quantity.value.litres && !quantity.value.kilograms && strength &&
            strength->weight_percent) {
            const auto density =
                density_at(*identification.substance, strength->weight_percent->high);
            if (density)
                quantity.value.kilograms =
                    Interval{quantity.value.litres->low * *density,
                             quantity.value.litres->high * *density, false, false};
        }
        identification.quantity = std::move(quantity);
    }
}

} // namespace preflag
