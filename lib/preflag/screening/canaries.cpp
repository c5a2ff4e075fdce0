#include <preflag/screening/canaries.h>
#include <preflag/screening/screener.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

ManifestLine line_of(const RuleCase& rule_case) {
    ManifestLine line;
    for (const auto& [field, value] : rule_case.fields)
        line.values.set(field, value);
    return line;
}

std::string describe(const std::optional<Outcome>& outcome) {
    return outcome ? std::string(name_of(*outcome)) : "silence";
}

std::optional<Outcome> outcome_of(const Rule& rule, const RuleCase& rule_case, Screener& screener) {
    const auto screened = screener.screen(line_of(rule_case), {});
    if (!screened)
        return std::nullopt;
    const auto found =
        std::find_if(screened->findings.begin(), screened->findings.end(),
                     [&](const Finding& finding) { return finding.rule == rule.id; });
    if (found == screened->findings.end())
        return std::nullopt;
    return found->outcome;
}

void run_case(const Rule& rule, const RuleCase& rule_case, Screener& screener,
              CaseResults& results) {
    const auto outcome = outcome_of(rule, rule_case, screener);
    ++results.total;
    if (outcome == rule_case.expected)
        ++results.passed;
    else
        results.failures.push_back(fmt::format("{}: case \"{}\" expects {}, but the result is {}",
                                               rule.id, rule_case.name,
                                               describe(rule_case.expected), describe(outcome)));
}

CaseResults run_cases(const Catalogue& catalogue, const RuleSet& rules, bool canaries_only) {
    Screener screener(catalogue, rules);
    CaseResults results;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules)
            for (const RuleCase& rule_case : rule.cases)
                if (rule.disabled_because.empty() && (rule_case.is_canary || !canaries_only))
                    run_case(rule, rule_case, screener, results);
    return results;
}

} // namespace

CaseResults run_canaries(const Catalogue& catalogue, const RuleSet& rules) {
    return run_cases(catalogue, rules, true);
}

CaseResults run_rule_cases(const Catalogue& catalogue, const RuleSet& rules) {
    return run_cases(catalogue, rules, false);
}

} // namespace preflag
