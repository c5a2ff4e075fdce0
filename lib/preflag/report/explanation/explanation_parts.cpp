#include <preflag/report/explanation/explanation_parts.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

template <typename Values, typename Text>
std::string joined(const Values& values, Text text) {
    std::string all;
    for (const auto& value : values)
        all += fmt::format("{}{}", all.empty() ? "" : ", ", text(value));
    return all;
}

void add(std::vector<ExplainedFact>& facts, std::string heading, std::string words) {
    if (!words.empty())
        facts.emplace_back(std::move(heading), std::move(words));
}

std::string un_text(const UnEntry& entry) {
    if (!entry.weight_percent)
        return "UN " + entry.number.to_string();
    return fmt::format("UN {} ({})", entry.number.to_string(),
                       to_string(Concentration{*entry.weight_percent, Basis::weight_by_weight}));
}

std::string outcome_text(const Rule& rule) {
    std::string text(name_of(rule.outcome));
    if (rule.score)
        text += fmt::format(", score {}", *rule.score);
    return text;
}

std::string check_text(const Rule& rule) {
    return rule.verified ? "" : "not verified against its source yet";
}

std::string countries_text(const RulePack& pack) {
    const auto& countries = pack.shown_countries;
    return countries.empty() ? "everywhere"
                             : joined(countries, [](const std::string& code) { return code; });
}

std::string place_text(const ExplainedRule& rule) {
    return fmt::format("{}, edition {} ({}:{})", rule.pack->id, rule.pack->edition, rule.pack->file,
                       rule.rule->position.line);
}

} // namespace

std::string period_text(const ExplainedRule& rule) {
    const auto from = rule.rule->from ? rule.rule->from : rule.pack->from;
    const auto until = rule.rule->until ? rule.rule->until : rule.pack->until;
    if (from && until)
        return fmt::format("{} to {}", to_string(*from), to_string(*until));
    if (from)
        return "from " + to_string(*from);
    return until ? "until " + to_string(*until) : "always";
}

std::string limit_text(const Rule& rule) {
    return rule.limit.terms.empty() ? "any strength" : rule.limit.text;
}

std::vector<ExplainedFact> identity_facts(const Explanation& substance) {
    const Substance& it = *substance.substance;
    const auto digits = [](const HsCode& code) { return code.digits(); };
    const auto number = [](const auto& code) { return code.to_string(); };
    std::vector<ExplainedFact> facts;
    add(facts, "Formula", it.formula);
    add(facts, "CAS number", joined(it.cas, number));
    add(facts, "EC number", joined(it.ec, number));
    add(facts, "CUS number", joined(it.cus, number));
    add(facts, "HS subheading", joined(it.hs, digits));
    add(facts, "Also in HS baskets", joined(it.hs_basket, digits));
    add(facts, "UN entries", joined(it.un, un_text));
    return facts;
}

std::vector<ExplainedFact> name_facts(const Explanation& substance) {
    std::vector<ExplainedFact> facts;
    for (const auto& [language, names] : substance.names)
        add(facts, language == "xx" ? "other" : language,
            joined(names, [](const std::string& name) { return name; }));
    return facts;
}

std::string glance_text(const ExplainedRule& explained) {
    const Rule& rule = *explained.rule;
    std::string text = fmt::format("{}: {}", limit_text(rule), name_of(rule.outcome));
    if (!rule.is_active())
        text += ", switched off";
    if (!rule.licence_limit.empty())
        text += "; licence " + rule.licence_limit;
    return fmt::format("{}; {}, {}", text, countries_text(*explained.pack), period_text(explained));
}

std::vector<ExplainedFact> rule_facts(const ExplainedRule& explained) {
    const Rule& rule = *explained.rule;
    const auto same = [](const std::string& text) { return text; };
    const bool is_law = rule.kind() == RuleKind::law;
    std::vector<ExplainedFact> facts;
    add(facts, "Rule", rule.id);
    add(facts, "Switched off", rule.disabled_because);
    add(facts, "Limit", is_law ? limit_text(rule) : "");
    if (rule.reservation)
        add(facts, "Leaves out",
            fmt::format("{}, if {}", rule.reservation->limit.text, rule.reservation->goods));
    add(facts, "Added up with", joined(rule.summed_with, same));
    add(facts, is_law ? "Only when" : "When",
        rule.condition.kind == Condition::Kind::always ? "" : to_string(rule.condition));
    add(facts, "Across lines", rule.across_lines ? to_string(*rule.across_lines) : "");
    add(facts, "Below the limits", rule.even_below_limits ? "answers, too" : "");
    add(facts, "Outcome", outcome_text(rule));
    add(facts, "Message", rule.message);
    add(facts, "Licence possible", rule.licence_limit);
    add(facts, "Tariff codes of the law", joined(rule.codes, same));
    add(facts, "Duty", rule.duty);
    add(facts, "In force", period_text(explained));
    add(facts, "Countries", countries_text(*explained.pack));
    add(facts, "Citation", rule.citation);
    add(facts, "Source", explained.pack->source);
    add(facts, "Pack", place_text(explained));
    add(facts, "Check", check_text(rule));
    add(facts, "Note", rule.note);
    return facts;
}

std::string answers_text(const StrengthLadder::Step& step) {
    std::vector<std::pair<std::string, std::string>> by_answer;
    for (std::size_t i = 0; i < step.answers.size(); ++i) {
        const auto found = std::find_if(by_answer.begin(), by_answer.end(), [&](const auto& entry) {
            return entry.first == step.answers[i];
        });
        if (found == by_answer.end())
            by_answer.emplace_back(step.answers[i], fmt::format("({})", i + 1));
        else
            found->second += fmt::format(" ({})", i + 1);
    }
    return joined(by_answer, [](const auto& entry) {
        return fmt::format("{} {}", entry.first, entry.second);
    });
}

} // namespace preflag
