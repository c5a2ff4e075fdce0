#include <preflag/goods/line/strength_conversion.h>
#include <preflag/goods/reading/goods_reader.h>
#include <preflag/rules/verdict_writer.h>
#include <preflag/run/cases/case_runner.h>
#include <preflag/run/explanation.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace preflag {

namespace {

ExplainedCase explain_case(const Rule& rule, const RuleCase& rule_case, Screener& screener) {
    ExplainedCase explained{rule_case.name,
                            line_text(rule_case),
                            expectation_text(rule_case.expected),
                            "not run",
                            "",
                            true};
    if (!rule.is_active())
        return explained;
    const auto finding = answer_of(rule, rule_case, screener);
    const auto outcome = finding ? std::optional(finding->outcome) : std::nullopt;
    explained.result = expectation_text(outcome);
    explained.passed = outcome == rule_case.expected;
    if (finding) {
        explained.message = finding->message;
        if (!finding->would_settle.empty())
            explained.message += ": " + finding->would_settle;
    }
    return explained;
}

const RulePack* pack_of(const Rule& rule, const RuleSet& rules) {
    for (const RulePack& pack : rules.packs())
        for (const Rule& other : pack.rules)
            if (&other == &rule)
                return &pack;
    return nullptr;
}

/// A strength around a limit, in the unit of the limit.
using Rung = std::pair<Basis, double>;

std::optional<Basis> basis_of(Measure measure) {
    switch (measure) {
    case Measure::weight_percent:
    case Measure::metal_percent:
        return Basis::weight_by_weight;
    case Measure::nitrogen_percent:
        return Basis::nitrogen;
    case Measure::particle_micrometres:
    case Measure::kilograms:
        break;
    }
    return std::nullopt;
}

std::set<Rung> rungs_of(const std::vector<const Rule*>& laws) {
    std::set<Rung> rungs;
    for (const Rule* law : laws)
        for (const LimitTerm& term : law->limit.terms)
            if (const auto basis = basis_of(term.measure))
                for (const double step : {-0.1, 0.0, 0.1}) {
                    const double value = std::round((term.value + step) * 10) / 10;
                    const double exact = step == 0 ? term.value : value;
                    if (exact >= 0 && exact <= 100)
                        rungs.emplace(*basis, exact);
                }
    return rungs;
}

StrengthLadder::Step step_of(const Identification& goods, std::string strength,
                             const std::vector<const Rule*>& laws, const OutcomeTable& outcomes) {
    StrengthLadder::Step step{std::move(strength), {}};
    const GoodsReading alone;
    for (const Rule* law : laws)
        step.answers.emplace_back(name_of(law_verdict(*law, goods, alone, outcomes).outcome));
    return step;
}

StrengthLadder ladder_of(const Substance& substance, std::vector<const Rule*> laws,
                         const OutcomeTable& outcomes) {
    StrengthLadder ladder;
    Identification goods;
    goods.substance = &substance;
    ladder.steps.push_back(step_of(goods, "not stated", laws, outcomes));
    for (const auto& [basis, value] : rungs_of(laws)) {
        const Concentration stated{{value, value}, basis};
        goods.strength = measure_strength(substance, stated, Origin::column, to_string(stated));
        ladder.steps.push_back(step_of(goods, to_string(stated), laws, outcomes));
    }
    ladder.laws = std::move(laws);
    return ladder;
}

bool is_related(const HsCode& left, const HsCode& right) {
    return left.digits().starts_with(right.digits()) || right.digits().starts_with(left.digits());
}

template <typename Holds>
std::vector<const Substance*> all_with(const Catalogue& catalogue, Holds holds) {
    std::vector<const Substance*> found;
    for (const Substance& substance : catalogue.substances())
        if (holds(substance))
            found.push_back(&substance);
    return found;
}

template <typename Code>
bool contains(const std::vector<Code>& codes, const Code& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::vector<const Substance*> by_registry_number(std::string_view text,
                                                 const Catalogue& catalogue) {
    if (const auto cas = CasNumber::parse(text))
        return all_with(catalogue, [&](const auto& one) { return contains(one.cas, *cas); });
    if (const auto ec = EcNumber::parse(text))
        return all_with(catalogue, [&](const auto& one) { return contains(one.ec, *ec); });
    if (const auto cus = CusNumber::parse(text))
        return all_with(catalogue, [&](const auto& one) { return contains(one.cus, *cus); });
    const bool is_un = text.starts_with("UN") || text.starts_with("un");
    if (const auto un = is_un ? UnNumber::parse(text) : std::nullopt)
        return all_with(catalogue, [&](const auto& one) {
            return std::any_of(one.un.begin(), one.un.end(),
                               [&](const UnEntry& entry) { return entry.number == *un; });
        });
    return {};
}

std::vector<const Substance*> by_tariff_code(std::string_view text, const Catalogue& catalogue) {
    const auto hs = HsCode::parse(text);
    if (!hs)
        return {};
    const auto in = [&](const std::vector<HsCode>& codes) {
        return std::any_of(codes.begin(), codes.end(),
                           [&](const HsCode& code) { return is_related(code, *hs); });
    };
    auto found = all_with(catalogue, [&](const auto& one) { return in(one.hs); });
    return found.empty() ? all_with(catalogue, [&](const auto& one) { return in(one.hs_basket); })
                         : found;
}

std::vector<const Substance*> by_reading(std::string_view text, const Catalogue& catalogue) {
    GoodsReader reader(catalogue);
    FieldValues line;
    line.set(Field::description, text);
    std::vector<const Substance*> found;
    for (const Identification& goods : reader.read(line).substances)
        if (std::find(found.begin(), found.end(), goods.substance) == found.end())
            found.push_back(catalogue.find(goods.substance->id));
    return found;
}

} // namespace

ExplainedRule explain(const Rule& rule, const Knowledge& knowledge) {
    ExplainedRule explained{pack_of(rule, knowledge.rules), &rule, {}};
    Screener screener(knowledge);
    for (const RuleCase& rule_case : rule.cases)
        explained.cases.push_back(explain_case(rule, rule_case, screener));
    return explained;
}

Explanation explain(const Substance& substance, const Knowledge& knowledge) {
    Explanation explanation;
    explanation.substance = &substance;
    std::vector<const Rule*> active;
    for (const Rule* const rule : knowledge.rules.laws()) {
        if (rule->substance != substance.id)
            continue;
        explanation.laws.push_back(explain(*rule, knowledge));
        if (rule->is_active())
            active.push_back(rule);
    }
    explanation.ladder = ladder_of(substance, std::move(active), knowledge.rules.outcomes());
    return explanation;
}

std::vector<const Substance*> find_substances(std::string_view text, const Catalogue& catalogue) {
    if (const Substance* const substance = catalogue.find(text))
        return {substance};
    for (const auto find : {by_registry_number, by_tariff_code, by_reading})
        if (auto found = find(text, catalogue); !found.empty())
            return found;
    return {};
}

} // namespace preflag
