#include <preflag/goods/contradictions.h>

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
        if (!strength || !strength->weight_percent || strength->weight_percent->low <= 100)
            continue;
        reading.contradictions.push_back(
            {"impossible-strength", strength->text, "100 %",
             fmt::format("a strength of {} is impossible", to_string(strength->stated))});
    }
}

void net_above_gross(const Catalogue::Index& index, const FieldValues& line, GoodsReading& reading) {
    const auto weight = [&](Field value, Field unit) -> std::optional<double> {
        const std::string_view hint = !line[unit].empty()               ? line[unit]
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
    un_against_strength(index, hits, reading);
    impossible_strength(reading);
    net_above_gross(index, line, reading);
}

} // namespace preflag
