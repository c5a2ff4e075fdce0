#include <preflag/goods/reading/contradictions.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

bool has_kind(const Identification& identification, EvidenceKind kind) {
    return std::any_of(identification.evidence.begin(), identification.evidence.end(),
                       [&](const Evidence& evidence) { return evidence.kind == kind; });
}

const Evidence* evidence_of_kind(const Identification& identification, EvidenceKind kind) {
    for (const Evidence& evidence : identification.evidence)
        if (evidence.kind == kind)
            return &evidence;
    return nullptr;
}

bool is_named(const GoodsReading& reading, const Catalogue::Index& index, const Hit& hit) {
    return std::any_of(reading.substances.begin(), reading.substances.end(),
                       [&](const Identification& item) {
                           return item.substance == &index.substances[hit.substance] &&
                                  has_kind(item, EvidenceKind::name);
                       });
}

/// Whether a code of this kind speaks for the substance itself.
bool has_own_code(const Identification& item, EvidenceKind kind) {
    return has_kind(item, kind) ||
           (kind == EvidenceKind::hs && has_kind(item, EvidenceKind::hs_basket));
}

/// One substance only by its CAS number, another only by its name.
void cas_against_name(GoodsReading& reading) {
    for (const Identification& coded : reading.substances) {
        if (!has_kind(coded, EvidenceKind::cas) || has_kind(coded, EvidenceKind::name))
            continue;
        for (const Identification& named : reading.substances) {
            const Evidence* name = evidence_of_kind(named, EvidenceKind::name);
            if (&named == &coded || name == nullptr || has_kind(named, EvidenceKind::cas) ||
                named.substance->also == coded.substance->id)
                continue;
            const Evidence* cas = evidence_of_kind(coded, EvidenceKind::cas);
            reading.contradictions.push_back(
                {"cas-against-name", cas->text, name->text,
                 fmt::format("CAS {} is {}, but the goods are named \"{}\"", cas->text,
                             coded.substance->name, name->text)});
        }
    }
}

/// A CAS number of its own column that is none of the one named substance's.
void other_cas_against_name(const FieldValues& line, GoodsReading& reading) {
    const auto cas = CasNumber::parse(line[Field::cas]);
    if (!cas || reading.substances.size() != 1 || reading.product)
        return;
    const Identification& only = reading.substances.front();
    const Evidence* name = evidence_of_kind(only, EvidenceKind::name);
    const auto& own = only.substance->cas;
    const bool is_mixture =
        only.strength && only.strength->weight_percent && only.strength->weight_percent->high < 50;
    if (name == nullptr || own.empty() || is_mixture ||
        std::find(own.begin(), own.end(), *cas) != own.end())
        return;
    reading.contradictions.push_back(
        {"cas-against-name", std::string(line[Field::cas]), name->text,
         fmt::format("CAS {} is not {}, but the goods are named \"{}\"", cas->to_string(),
                     only.substance->name, name->text)});
}

/// A UN number or tariff code of one listed substance on goods that are named as another.
void code_against_name(const Catalogue::Index& index, const std::vector<Hit>& hits,
                       EvidenceKind kind, std::string_view id, GoodsReading& reading) {
    const auto is_of_kind = [&](const Hit& hit) {
        return hit.kind == kind && !is_named(reading, index, hit);
    };
    const auto coded = std::find_if(hits.begin(), hits.end(), is_of_kind);
    if (coded == hits.end())
        return;
    const bool is_explained = std::any_of(
        reading.substances.begin(), reading.substances.end(), [&](const Identification& named) {
            return has_kind(named, EvidenceKind::name) &&
                   (has_own_code(named, kind) || has_kind(named, EvidenceKind::cas));
        });
    if (is_explained)
        return;
    for (const Identification& named : reading.substances)
        if (const Evidence* name = evidence_of_kind(named, EvidenceKind::name)) {
            const Substance& other = index.substances[coded->substance];
            reading.contradictions.push_back(
                {std::string(id), other.name, name->text,
                 fmt::format("the {} is that of {}, but the goods are named \"{}\"",
                             kind == EvidenceKind::un ? "UN number" : "HS code", other.name,
                             name->text)});
            return;
        }
}

bool are_apart(const Interval& left, const Interval& right) {
    return left.high < right.low || right.high < left.low;
}

void un_against_strength(const Catalogue::Index& index, const std::vector<Hit>& hits,
                         GoodsReading& reading) {
    for (const Identification& identification : reading.substances) {
        const auto& strength = identification.strength;
        if (!strength || !strength->weight_percent || strength->origin == Origin::un_entry)
            continue;
        for (const Hit& hit : hits) {
            if (!hit.un || &index.substances[hit.substance] != identification.substance)
                continue;
            for (const UnEntry& entry : identification.substance->un)
                if (entry.number == *hit.un && entry.weight_percent &&
                    are_apart(*entry.weight_percent, *strength->weight_percent))
                    reading.contradictions.push_back(
                        {"un-against-strength", "UN " + entry.number.to_string(), strength->text,
                         fmt::format("UN {} covers {} of {} % w/w, but {} is stated",
                                     entry.number.to_string(), identification.substance->name,
                                     to_string(*entry.weight_percent),
                                     to_string(strength->stated))});
        }
    }
}

void impossible_strength(GoodsReading& reading) {
    for (const Identification& identification : reading.substances) {
        const auto& strength = identification.strength;
        const bool has_too_much_nitrogen =
            strength && strength->stated.basis == Basis::nitrogen &&
            identification.substance->strength.nitrogen &&
            strength->stated.value.low > *identification.substance->strength.nitrogen + 1;
        const bool is_above_all =
            strength && strength->weight_percent && strength->weight_percent->low > 100 &&
            strength->weight_percent->low > identification.substance->strength.highest_percent;
        if (!has_too_much_nitrogen && !is_above_all)
            continue;
        reading.contradictions.push_back(
            {"impossible-strength", strength->text,
             has_too_much_nitrogen ? "pure substance" : "100 %",
             fmt::format("a strength of {} is impossible", to_string(strength->stated))});
    }
}

void net_above_gross(const Catalogue::Index& index, const FieldValues& line,
                     GoodsReading& reading) {
    const auto weight = [&](Field value, Field unit) -> std::optional<double> {
        const std::string_view hint = !line[unit].empty()                 ? line[unit]
                                      : !line[Field::weight_unit].empty() ? line[Field::weight_unit]
                                                                          : "kg";
        const auto quantity = index.units.read_cell(line[value], hint);
        return quantity && quantity->kilograms ? std::optional(quantity->kilograms->high)
                                               : std::nullopt;
    };
    const auto net = weight(Field::net_weight, Field::net_weight_unit);
    const auto gross = weight(Field::gross_weight, Field::gross_weight_unit);
    if (net && gross && *net > *gross * 1.001)
        reading.contradictions.push_back(
            {"net-above-gross", std::string(line[Field::net_weight]),
             std::string(line[Field::gross_weight]),
             fmt::format("the net weight of {:.6g} kg is above the gross weight of {:.6g} kg", *net,
                         *gross)});
}

} // namespace

void find_contradictions(const Catalogue::Index& index, const FieldValues& line,
                         const std::vector<Hit>& hits, GoodsReading& reading) {
    cas_against_name(reading);
    other_cas_against_name(line, reading);
    code_against_name(index, hits, EvidenceKind::un, "un-against-name", reading);
    code_against_name(index, hits, EvidenceKind::hs, "hs-against-name", reading);
    un_against_strength(index, hits, reading);
    impossible_strength(reading);
    net_above_gross(index, line, reading);
}

} // namespace preflag
