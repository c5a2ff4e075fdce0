#include <preflag/goods/code_cell.h>
#include <preflag/goods/reading/contradictions.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace preflag {

namespace {

/// A substance of the line with the first piece of evidence of each kind.
struct Told {
    const Identification* item = nullptr;
    std::array<const Evidence*, 11> first{}; ///< by EvidenceKind

    [[nodiscard]] const Evidence* of(EvidenceKind kind) const {
        return first[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] bool has(EvidenceKind kind) const { return of(kind) != nullptr; }
};

std::vector<Told> told_in(const GoodsReading& reading) {
    std::vector<Told> all;
    for (const Identification& item : reading.substances) {
        all.push_back({&item});
        for (const Evidence& evidence : item.evidence)
            if (auto& first = all.back().first[static_cast<std::size_t>(evidence.kind)]; !first)
                first = &evidence;
    }
    return all;
}

/// One substance only by its CAS number, another only by its name.
void cas_against_name(const std::vector<Told>& all, std::vector<Contradiction>& contradictions) {
    constexpr std::size_t most_pairs = 20; // a line of a hundred substances has thousands
    for (const Told& coded : all) {
        const Evidence* cas = coded.of(EvidenceKind::cas);
        if (cas == nullptr || coded.has(EvidenceKind::name))
            continue;
        for (const Told& named : all) {
            const Evidence* name = named.of(EvidenceKind::name);
            if (&named == &coded || name == nullptr || named.has(EvidenceKind::cas) ||
                named.item->substance->also == coded.item->substance->id)
                continue;
            if (contradictions.size() == most_pairs)
                return;
            contradictions.push_back(
                {"cas-against-name", cas->text, name->text,
                 fmt::format("CAS {} is {}, but the goods are named \"{}\"", cas->text,
                             coded.item->substance->name, name->text)});
        }
    }
}

/// A CAS number of its own column that is none of the one named substance's.
void other_cas_against_name(const FieldValues& cells, const std::vector<Told>& all,
                            GoodsReading& reading) {
    const std::vector<CasInCell> codes = cas_in_cell(cells[Field::cas]);
    const bool is_one = codes.size() == 1 && codes.front().numbers.size() == 1;
    if (!is_one || all.size() != 1 || reading.product)
        return;
    const CasNumber cas = codes.front().numbers.front();
    const Identification& only = *all.front().item;
    const Evidence* name = all.front().of(EvidenceKind::name);
    const auto& own = only.substance->cas;
    const bool is_mixture =
        only.strength && only.strength->weight_percent && only.strength->weight_percent->high < 50;
    if (name == nullptr || own.empty() || is_mixture ||
        std::find(own.begin(), own.end(), cas) != own.end())
        return;
    reading.contradictions.push_back(
        {"cas-against-name", std::string(cells[Field::cas]), name->text,
         fmt::format("CAS {} is not {}, but the goods are named \"{}\"", cas.to_string(),
                     only.substance->name, name->text)});
}

/// Whether a code of this kind speaks for the named substance itself.
bool explains(const Told& named, EvidenceKind kind) {
    return named.has(EvidenceKind::name) &&
           (named.has(kind) || named.has(EvidenceKind::cas) ||
            (kind == EvidenceKind::hs && named.has(EvidenceKind::hs_basket)));
}

/// The first hit of this kind of a substance that the goods are not named as, nor as a product that
/// also counts as it.
const Hit* foreign_code(const GoodsLine& line, const std::vector<Told>& all, EvidenceKind kind) {
    std::vector<SubstanceId> named;
    for (const Told& told : all)
        if (told.has(EvidenceKind::name)) {
            named.push_back(told.item->id);
            if (const std::string& also = told.item->substance->also; !also.empty())
                for (const Told& other : all)
                    if (other.item->substance->id == also)
                        named.push_back(other.item->id);
        }
    std::sort(named.begin(), named.end());
    const Hit* found = nullptr;
    line.for_each_hit([&](const Hit& hit) {
        if (found == nullptr && hit.kind == kind &&
            !std::binary_search(named.begin(), named.end(), hit.substance))
            found = &hit;
    });
    return found;
}

/// A UN number or tariff code of one listed substance on goods that are named as another.
void code_against_name(const Lexicon& lexicon, const GoodsLine& line, const std::vector<Told>& all,
                       EvidenceKind kind, std::vector<Contradiction>& contradictions) {
    const Hit* coded = foreign_code(line, all, kind);
    if (coded == nullptr ||
        std::any_of(all.begin(), all.end(), [&](const Told& told) { return explains(told, kind); }))
        return;
    const bool is_un = kind == EvidenceKind::un;
    const Substance& other = lexicon[coded->substance];
    for (const Told& named : all)
        if (const Evidence* name = named.of(EvidenceKind::name)) {
            contradictions.push_back(
                {is_un ? "un-against-name" : "hs-against-name", other.name, name->text,
                 fmt::format("the {} is that of {}, but the goods are named \"{}\"",
                             is_un ? "UN number" : "HS code", other.name, name->text)});
            return;
        }
}

bool are_apart(const Interval& left, const Interval& right) {
    return left.high < right.low || right.high < left.low;
}

Contradiction outside_of_band(const Identification& item, const UnEntry& entry) {
    const std::string number = entry.number.to_string();
    return {"un-against-strength", "UN " + number, item.strength->text,
            fmt::format("UN {} covers {} of {} % w/w, but {} is stated", number,
                        item.substance->name, to_string(*entry.weight_percent),
                        to_string(item.strength->stated))};
}

void un_against_strength(const GoodsLine& line, GoodsReading& reading) {
    std::unordered_map<SubstanceId, std::vector<UnNumber>> numbers;
    line.for_each_hit([&](const Hit& hit) {
        if (hit.un)
            numbers[hit.substance].push_back(*hit.un);
    });
    if (numbers.empty())
        return;
    for (const Identification& item : reading.substances) {
        const auto& strength = item.strength;
        if (!strength || !strength->weight_percent || strength->origin == Origin::un_entry)
            continue;
        for (const UnNumber& number : numbers[item.id])
            for (const UnEntry& entry : item.substance->un)
                if (entry.number == number && entry.weight_percent &&
                    are_apart(*entry.weight_percent, *strength->weight_percent))
                    reading.contradictions.push_back(outside_of_band(item, entry));
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

void net_above_gross(const LineWeights& weights, const FieldValues& cells, GoodsReading& reading) {
    constexpr double rounding = 1.001;
    const auto& [net, gross] = weights;
    if (!net || !gross || !net->kilograms || !gross->kilograms ||
        net->kilograms->high <= gross->kilograms->high * rounding)
        return;
    reading.contradictions.push_back(
        {"net-above-gross", std::string(cells[Field::net_weight]),
         std::string(cells[Field::gross_weight]),
         fmt::format("the net weight of {:.6g} kg is above the gross weight of {:.6g} kg",
                     net->kilograms->high, gross->kilograms->high)});
}

} // namespace

void find_contradictions(const Lexicon& lexicon, const GoodsLine& line, const LineWeights& weights,
                         GoodsReading& reading) {
    const std::vector<Told> all = told_in(reading);
    cas_against_name(all, reading.contradictions);
    other_cas_against_name(line.cells, all, reading);
    code_against_name(lexicon, line, all, EvidenceKind::un, reading.contradictions);
    code_against_name(lexicon, line, all, EvidenceKind::hs, reading.contradictions);
    un_against_strength(line, reading);
    impossible_strength(reading);
    net_above_gross(weights, line.cells, reading);
}

} // namespace preflag
