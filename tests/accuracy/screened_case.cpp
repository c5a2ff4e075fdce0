#include "screened_case.h"

#include <fmt/format.h>

namespace preflag::accuracy {

namespace {

constexpr std::string_view annex_i_rules = "eu-2019-1148/annex-i/";
constexpr std::string_view annex_ii_rules = "eu-2019-1148/annex-ii/";
constexpr std::string_view global_shield_rules = "wco-global-shield/monitored/";

bool is_of(const Rule& rule, std::string_view list) {
    return rule.id.starts_with(list);
}

/// The substances that the three lists name; the catalogue knows more.
std::set<std::string> listed_substances(const RuleSet& rules) {
    std::set<std::string> listed;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules)
            if (is_of(rule, annex_i_rules) || is_of(rule, annex_ii_rules) ||
                is_of(rule, global_shield_rules))
                listed.insert(rule.substance);
    return listed;
}

/// The list's answer: yes when one of its rules has the outcome, else undetermined when one is.
Reply reply_of(const std::vector<Verdict>& verdicts, std::string_view list, Outcome outcome) {
    Reply reply = Reply::no;
    for (const Verdict& verdict : verdicts) {
        if (!is_of(*verdict.rule, list))
            continue;
        if (verdict.outcome == outcome)
            return Reply::yes;
        if (verdict.outcome == Outcome::undetermined)
            reply = Reply::undetermined;
    }
    return reply;
}

std::string line_of(const Substance& substance, const Evidence& evidence) {
    return fmt::format("{}: {} '{}'", substance.id, name_of(evidence.kind), evidence.text);
}

void take_evidence(const GoodsReading& goods, ScreenedCase& screened) {
    for (const Identification& found : goods.substances)
        for (const Evidence& evidence : found.evidence)
            screened.evidence.push_back(line_of(*found.substance, evidence) + " (" +
                                        std::string(name_of(found.confidence)) + ")");
    for (const CancelledEvidence& lost : goods.cancelled)
        screened.cancelled.push_back(line_of(*lost.substance, lost.evidence) + " because of '" +
                                     lost.because + "'");
}

void take_strength(const GoodsReading& goods, const std::string& substance,
                   ScreenedCase& screened) {
    for (const Identification& found : goods.substances) {
        if (found.substance->id != substance || !found.strength)
            continue;
        screened.strength = found.strength->stated.value;
        screened.strength_text = to_string(found.strength->stated);
    }
}

} // namespace

std::string_view name_of(Reply reply) {
    switch (reply) {
    case Reply::no:
        return "no";
    case Reply::yes:
        return "yes";
    case Reply::undetermined:
        break;
    }
    return "undetermined";
}

CaseScreener::CaseScreener(const Catalogue& catalogue, const RuleSet& rules)
    : reader_(catalogue), rules_(rules), listed_(listed_substances(rules)) {}

ScreenedCase CaseScreener::screen(const LabelledCase& labelled) {
    const FieldValues values = labelled.values();
    const GoodsReading& goods = reader_.read(values);
    verdicts_.clear();
    rules_.evaluate(values, goods, verdicts_);

    ScreenedCase screened;
    for (const Identification& found : goods.substances)
        if (listed_.contains(found.substance->id))
            screened.substances.insert(found.substance->id);
    if (!labelled.substances.empty())
        take_strength(goods, labelled.substances.front(), screened);
    screened.annex_i = reply_of(verdicts_, annex_i_rules, Outcome::restricted);
    screened.annex_ii = reply_of(verdicts_, annex_ii_rules, Outcome::reportable);
    screened.global_shield = reply_of(verdicts_, global_shield_rules, Outcome::monitored);
    take_evidence(goods, screened);
    return screened;
}

} // namespace preflag::accuracy
