#include <preflag/report/explanation/explanation_formats.h>
#include <preflag/report/explanation/explanation_parts.h>
#include <preflag/report/json_object.h>

namespace preflag {

namespace {

std::optional<std::string> date_of(const std::optional<Date>& date) {
    return date ? std::optional(to_string(*date)) : std::nullopt;
}

Json term_of(const LimitTerm& term) {
    return JsonObject()
        .add("operator", sign_of(term.op))
        .add("value", term.value)
        .add("unit", unit_of(term.measure))
        .take();
}

Json case_of(const ExplainedCase& one) {
    return JsonObject()
        .add("name", one.name)
        .add("line", one.line)
        .add("expected", one.expected)
        .add("result", one.result)
        .add("passed", one.passed)
        .add("message", one.message)
        .take();
}

Json reservation_of(const Rule& rule) {
    if (!rule.reservation)
        return {};
    return JsonObject()
        .add("limit", rule.reservation->limit.text)
        .add("goods", rule.reservation->goods)
        .take();
}

Json pack_of(const RulePack& pack) {
    return JsonObject()
        .add("id", pack.id)
        .add("edition", pack.edition)
        .add("source", pack.source)
        .add("reviewed", date_of(pack.reviewed))
        .add("review_by", date_of(pack.review_by))
        .take();
}

Json rule_of(const ExplainedRule& explained) {
    const Rule& rule = *explained.rule;
    const RulePack& pack = *explained.pack;
    const bool is_conditional = rule.condition.kind != Condition::Kind::always;
    return JsonObject()
        .add("rule", rule.id)
        .add("title", rule.title)
        .add("regime", rule.regime)
        .add("list", rule.list)
        .add("outcome", name_of(rule.outcome))
        .add("limit", rule.limit.text)
        .add("terms", json_array(rule.limit.terms, term_of))
        .add("licence_limit", rule.licence_limit)
        .add("summed_with", rule.summed_with)
        .add("condition", is_conditional ? to_string(rule.condition) : "")
        .add("across_lines", rule.across_lines ? to_string(*rule.across_lines) : "")
        .add("even_below_limits", rule.even_below_limits)
        .add("codes", rule.codes)
        .add("duty", rule.duty)
        .add("citation", rule.citation)
        .add("note", rule.note)
        .add("verified", rule.verified)
        .add("switched_off", rule.disabled_because)
        .add("reservation", reservation_of(rule))
        .add("from", date_of(rule.from ? rule.from : pack.from))
        .add("until", date_of(rule.until ? rule.until : pack.until))
        .add("pack", pack_of(pack))
        .add("jurisdiction", pack.jurisdiction)
        .add("cases", json_array(explained.cases, case_of))
        .take();
}

Json ladder_of(const StrengthLadder& ladder) {
    return json_array(ladder.steps, [&](const StrengthLadder::Step& step) {
        JsonObject answers;
        for (std::size_t i = 0; i < ladder.laws.size(); ++i)
            answers.add(ladder.laws[i]->id, step.answers[i]);
        return JsonObject().add("strength", step.strength).add("answers", answers.take()).take();
    });
}

template <typename Code>
Json numbers_of(const std::vector<Code>& codes) {
    return json_array(codes, [](const Code& code) { return code.to_string(); });
}

Json digits_of(const std::vector<HsCode>& codes) {
    return json_array(codes, [](const HsCode& code) { return code.digits(); });
}

Json names_of(const Explanation& explanation) {
    JsonObject names;
    for (const auto& [language, words] : explanation.names)
        names.add(language, words);
    return names.take();
}

Json substance_of(const Explanation& explanation) {
    const Substance& it = *explanation.substance;
    return JsonObject()
        .add("id", it.id)
        .add("name", it.name)
        .add("formula", it.formula)
        .add("cas", numbers_of(it.cas))
        .add("ec", numbers_of(it.ec))
        .add("cus", numbers_of(it.cus))
        .add("hs", digits_of(it.hs))
        .add("hs_baskets", digits_of(it.hs_basket))
        .add("un", json_array(it.un, [](const UnEntry& entry) { return entry.number.to_string(); }))
        .add("names", names_of(explanation))
        .add("laws", json_array(explanation.laws, rule_of))
        .add("strengths", ladder_of(explanation.ladder))
        .take();
}

} // namespace

std::string explanation_json(const std::vector<Explanation>& substances) {
    return json_array(substances, substance_of).indented() + "\n";
}

std::string rule_json(const ExplainedRule& rule) {
    return rule_of(rule).indented() + "\n";
}

} // namespace preflag
