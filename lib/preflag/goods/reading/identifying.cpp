#include <preflag/goods/line/strength_conversion.h>
#include <preflag/goods/reading/identifying.h>

#include <algorithm>

namespace preflag {

namespace {

template <typename Holds>
bool any_hit(const Candidate& candidate, Holds holds) {
    return std::any_of(candidate.hits.begin(), candidate.hits.end(),
                       [&](const Hit* hit) { return holds(*hit); });
}

bool has_kind(const Candidate& candidate, EvidenceKind kind) {
    return any_hit(candidate, [&](const Hit& hit) { return hit.kind == kind; });
}

bool has_more_than_tariff(const Candidate& candidate) {
    return any_hit(candidate, [](const Hit& hit) { return !is_tariff(hit.kind); });
}

/// Several hits, or a short name with anything that speaks for it.
bool is_believable(const Candidate& candidate, LineContext& context) {
    const Hit& hit = *candidate.hits.front();
    return candidate.hits.size() > 1 || !hit.is_telling || context.is_supported(hit);
}

} // namespace

Confidence confidence_of(const Candidate& candidate, LineContext& context) {
    if (context.is_remainder())
        return Confidence::possible;
    if (any_hit(candidate, [](const Hit& hit) { return is_number(hit.kind); }))
        return Confidence::certain;
    if (has_kind(candidate, EvidenceKind::name))
        return any_hit(candidate,
                       [](const Hit& hit) {
                           return hit.kind == EvidenceKind::name && !hit.is_corrected;
                       })
                   ? Confidence::certain
                   : Confidence::probable;
    if (has_kind(candidate, EvidenceKind::formula))
        return Confidence::certain;
    if (has_kind(candidate, EvidenceKind::trade_name))
        return Confidence::possible;
    if (has_kind(candidate, EvidenceKind::abbreviation) || has_kind(candidate, EvidenceKind::grade))
        return is_believable(candidate, context) ? Confidence::probable : Confidence::possible;
    return context.is_described() ? Confidence::possible : Confidence::probable;
}

std::vector<Identification> identified(const Lexicon& lexicon, const GoodsLine& line,
                                       const Belief& belief, LineContext& context) {
    const auto& candidates = belief.candidates;
    const bool is_anything_told =
        !belief.cancelled.empty() ||
        std::any_of(candidates.begin(), candidates.end(), has_more_than_tariff);
    std::vector<Identification> substances;
    for (const Candidate& candidate : candidates) {
        const bool only_tariff = !has_more_than_tariff(candidate);
        const bool only_basket = only_tariff && !has_kind(candidate, EvidenceKind::hs);
        if (only_basket || (only_tariff && is_anything_told))
            continue;
        Identification identification;
        identification.substance = &lexicon[candidate.substance];
        identification.id = candidate.substance;
        identification.confidence = confidence_of(candidate, context);
        for (const Hit* hit : candidate.hits)
            identification.evidence.push_back(evidence_of(line, *hit));
        substances.push_back(std::move(identification));
    }
    return substances;
}

namespace {

/// A code of the product itself, or nitrogen that is too low, leaves the other substance out.
bool is_unrelated(const Identification& item) {
    const bool is_exact =
        std::any_of(item.evidence.begin(), item.evidence.end(), [](const Evidence& evidence) {
            return evidence.kind == EvidenceKind::cas || evidence.kind == EvidenceKind::hs ||
                   evidence.kind == EvidenceKind::ec || evidence.kind == EvidenceKind::cus;
        });
    return is_exact || (item.strength && item.strength->nitrogen_percent &&
                        item.strength->nitrogen_percent->high < item.substance->also_from_nitrogen);
}

Identification related_to(const Identification& product, SubstanceId id,
                          const Substance& substance) {
    Identification other = product;
    other.id = id;
    other.substance = &substance;
    other.strength.reset();
    if (const auto& strength = product.strength; strength && strength->nitrogen_percent)
        other.strength = measure_strength(substance, {*strength->nitrogen_percent, Basis::nitrogen},
                                          strength->origin, strength->text);
    return other;
}

} // namespace

void add_related(const Lexicon& lexicon, std::vector<Identification>& substances) {
    std::vector<Identification> related;
    for (const Identification& item : substances) {
        if (item.substance->also.empty() || is_unrelated(item))
            continue;
        const auto also = std::find_if(
            lexicon.substances.begin(), lexicon.substances.end(),
            [&](const Substance& substance) { return substance.id == item.substance->also; });
        Identification other =
            related_to(item, SubstanceId(also - lexicon.substances.begin()), *also);
        const auto present =
            std::find_if(substances.begin(), substances.end(),
                         [&](const Identification& one) { return one.id == other.id; });
        if (present == substances.end())
            related.push_back(std::move(other));
        else if (!present->strength)
            present->strength = std::move(other.strength);
    }
    for (Identification& item : related)
        substances.push_back(std::move(item));
}

} // namespace preflag
