#include <preflag/report/explanation_formats.h>
#include <preflag/report/explanation_parts.h>
#include <preflag/report/json_number.h>

#include <nlohmann/json.hpp>

namespace preflag {

namespace {

using Json = nlohmann::ordered_json;

Json date_of(const std::optional<Date>& date) {
    return date ? Json(to_string(*date)) : Json();
}

Json terms_of(const Limit& limit) {
    Json list = Json::array();
    for (const LimitTerm& term : limit.terms)
        list.push_back({{"operator", sign_of(term.op)},
                        {"value", json_number<Json>(term.value)},
                        {"unit", unit_of(term.measure)}});
    return list;
}

Json cases_of(const ExplainedRule& rule) {
    Json list = Json::array();
    for (const ExplainedCase& one : rule.cases)
        list.push_back({{"name", one.name},
                        {"line", one.line},
                        {"expected", one.expected},
                        {"result", one.result},
                        {"passed", one.passed},
                        {"message", one.message}});
    return list;
}

Json rule_of(const ExplainedRule& explained) {
    const Rule& rule = *explained.rule;
    const RulePack& pack = *explained.pack;
    Json json = {{"rule", rule.id},
                 {"title", rule.title},
                 {"regime", rule.regime},
                 {"list", rule.list},
                 {"outcome", name_of(rule.outcome)},
                 {"limit", rule.limit.text},
                 {"terms", terms_of(rule.limit)},
                 {"licence_limit", rule.licence_limit},
                 {"summed_with", rule.summed_with},
                 {"condition",
                  rule.condition.kind == Condition::Kind::always ? "" : to_string(rule.condition)},
                 {"across_lines", rule.across_lines ? to_string(*rule.across_lines) : ""},
                 {"even_below_limits", rule.even_below_limits},
                 {"codes", rule.codes},
                 {"duty", rule.duty},
                 {"citation", rule.citation},
                 {"note", rule.note},
                 {"verified", rule.verified},
                 {"switched_off", rule.disabled_because}};
    json["reservation"] = rule.reservation ? Json{{"limit", rule.reservation->limit.text},
                                                  {"goods", rule.reservation->goods}}
                                           : Json();
    json["from"] = date_of(rule.from ? rule.from : pack.from);
    json["until"] = date_of(rule.until ? rule.until : pack.until);
    json["pack"] = {{"id", pack.id},
                    {"edition", pack.edition},
                    {"source", pack.source},
                    {"reviewed", date_of(pack.reviewed)},
                    {"review_by", date_of(pack.review_by)}};
    json["jurisdiction"] = pack.jurisdiction;
    json["cases"] = cases_of(explained);
    return json;
}

Json ladder_of(const StrengthLadder& ladder) {
    Json steps = Json::array();
    for (const StrengthLadder::Step& step : ladder.steps) {
        Json answers = Json::object();
        for (std::size_t i = 0; i < ladder.laws.size(); ++i)
            answers[ladder.laws[i]->id] = step.answers[i];
        steps.push_back({{"strength", step.strength}, {"answers", std::move(answers)}});
    }
    return steps;
}

template <typename Code>
Json numbers_of(const std::vector<Code>& codes) {
    Json list = Json::array();
    for (const Code& code : codes)
        list.push_back(code.to_string());
    return list;
}

Json digits_of(const std::vector<HsCode>& codes) {
    Json list = Json::array();
    for (const HsCode& code : codes)
        list.push_back(code.digits());
    return list;
}

Json substance_of(const Explanation& explanation) {
    const Substance& it = *explanation.substance;
    Json un = Json::array();
    for (const UnEntry& entry : it.un)
        un.push_back(entry.number.to_string());
    Json names = Json::object();
    for (const auto& [language, words] : explanation.names)
        names[language] = words;
    Json laws = Json::array();
    for (const ExplainedRule& law : explanation.laws)
        laws.push_back(rule_of(law));
    return {{"id", it.id},
            {"name", it.name},
            {"formula", it.formula},
            {"cas", numbers_of(it.cas)},
            {"ec", numbers_of(it.ec)},
            {"hs", digits_of(it.hs)},
            {"hs_baskets", digits_of(it.hs_basket)},
            {"un", std::move(un)},
            {"names", std::move(names)},
            {"laws", std::move(laws)},
            {"strengths", ladder_of(explanation.ladder)}};
}

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string explanation_json(const std::vector<Explanation>& substances) {
    Json list = Json::array();
    for (const Explanation& substance : substances)
        list.push_back(substance_of(substance));
    return dumped(list);
}

std::string rule_json(const ExplainedRule& rule) {
    return dumped(rule_of(rule));
}

} // namespace preflag
