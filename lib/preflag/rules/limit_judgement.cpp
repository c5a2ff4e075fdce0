#include <preflag/rules/limit_judgement.h>

#include <algorithm>

namespace preflag {

namespace {

OpenPoint open_point_of(const LimitTerm& term, const LimitFacts& facts) {
    switch (term.measure) {
    case Measure::particle_micrometres:
        return OpenPoint::particle_size;
    case Measure::kilograms:
        return OpenPoint::quantity;
    default:
        return facts.identification.strength ? OpenPoint::unconverted : OpenPoint::strength;
    }
}

/// One figure of a column cannot be the strength of two substances.
bool shares_figure(const Identification& left, const Identification& right) {
    return left.strength && right.strength && left.strength->origin == Origin::column &&
           right.strength->origin == Origin::column;
}

bool is_partner(const Rule& rule, const Identification& own, const Identification& other) {
    const auto& group = rule.summed_with;
    return &own != &other && other.substance != own.substance && !is_weak(other) &&
           !shares_figure(own, other) &&
           std::find(group.begin(), group.end(), other.substance->id) != group.end();
}

void add(SummedStrength& sum, const Identification& partner) {
    if (!sum.partners.empty())
        sum.partners += " and ";
    sum.partners += partner.substance->name;
    if (!partner.strength || !partner.strength->weight_percent) {
        sum.has_unknown = true;
        sum.total.high = 100;
        return;
    }
    const Interval& percent = *partner.strength->weight_percent;
    sum.partners += ' ';
    sum.partners += to_string(partner.strength->stated);
    sum.total.low += percent.low;
    sum.total.high += percent.high;
    sum.total.low_open |= percent.low_open;
    sum.total.high_open |= percent.high_open;
}

} // namespace

std::optional<Interval> value_of(const LimitTerm& term, const LimitFacts& facts) {
    const Identification& goods = facts.identification;
    switch (term.measure) {
    case Measure::particle_micrometres:
        return goods.particle_micrometres;
    case Measure::kilograms: {
        const MeasuredQuantity* quantity = goods.quantity ? &*goods.quantity : facts.line_quantity;
        return quantity == nullptr ? std::nullopt : quantity->value.kilograms;
    }
    case Measure::nitrogen_percent:
        return goods.strength ? goods.strength->nitrogen_percent : std::nullopt;
    case Measure::weight_percent:
    case Measure::metal_percent:
        break;
    }
    if (facts.summed_percent)
        return facts.summed_percent;
    return goods.strength ? goods.strength->weight_percent : std::nullopt;
}

LimitJudgement judge(const Limit& limit, const LimitFacts& facts) {
    LimitJudgement judgement;
    for (const LimitTerm& term : limit.terms) {
        const auto value = value_of(term, facts);
        const Comparison result =
            value ? compare(*value, term.op, term.value) : Comparison::undetermined;
        if (result == Comparison::fails)
            return {result, &term, std::nullopt};
        if (result == Comparison::holds)
            continue;
        const OpenPoint doubt = value ? OpenPoint::straddling : open_point_of(term, facts);
        const bool is_first = judgement.result == Comparison::holds;
        if (is_first ||
            (judgement.doubt == OpenPoint::straddling && doubt != OpenPoint::straddling))
            judgement = {result, &term, doubt};
    }
    if (judgement.term == nullptr && !limit.terms.empty())
        judgement.term = &limit.terms.front();
    return judgement;
}

bool is_weak(const Identification& identification) {
    const auto& evidence = identification.evidence;
    const bool only_basket =
        !evidence.empty() && std::all_of(evidence.begin(), evidence.end(), [](const Evidence& e) {
            return e.kind == EvidenceKind::hs_basket;
        });
    return only_basket || identification.confidence == Confidence::possible;
}

std::optional<SummedStrength> summed_strength(const Rule& rule, const Identification& own,
                                              const GoodsReading& goods) {
    if (rule.summed_with.empty() || !own.strength || !own.strength->weight_percent)
        return std::nullopt;
    SummedStrength sum{*own.strength->weight_percent, {}, false};
    std::vector<const Substance*> seen;
    for (const Identification& other : goods.substances) {
        if (!is_partner(rule, own, other) ||
            std::find(seen.begin(), seen.end(), other.substance) != seen.end())
            continue;
        seen.push_back(other.substance);
        add(sum, other);
    }
    if (seen.empty())
        return std::nullopt;
    sum.total.low = std::min(sum.total.low, 100.0);
    sum.total.high = std::clamp(sum.total.high, sum.total.low, 100.0);
    return sum;
}

} // namespace preflag
