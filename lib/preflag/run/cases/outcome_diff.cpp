#include <preflag/run/cases/outcome_diff.h>
#include <preflag/screening/score_parts.h>

#include <map>

namespace preflag {

namespace {

using Answers = std::map<std::string, std::string>;

/// A rule can answer for several substances of a line.
Answers answers_of(const std::optional<ScreenedLine>& line) {
    Answers answers;
    if (!line)
        return answers;
    for (const Finding& finding : line->findings) {
        std::string& text = answers[finding.rule_id()];
        text += text.empty() ? "" : ", ";
        text += name_of(finding.outcome);
    }
    return answers;
}

std::string answer_in(const Answers& answers, const std::string& rule) {
    const auto found = answers.find(rule);
    return found == answers.end() ? "silent" : found->second;
}

std::optional<ScreenedLine> whole(std::optional<JudgedLine> judged, LineTally& tally,
                                  const RuleSet& rules) {
    if (!judged)
        return std::nullopt;
    tally.apply(std::move(judged->counted), judged->line);
    weigh(judged->line, rules);
    return std::move(judged->line);
}

std::optional<Severity> severity_of(const std::optional<ScreenedLine>& line) {
    return line ? std::optional(line->severity) : std::nullopt;
}

} // namespace

std::optional<OutcomeChange> OutcomeComparison::compare(const ManifestLine& line) {
    const auto old = whole(before_.screen(line, {}), tally_before_, before_.rules());
    const auto now = whole(after_.screen(line, {}), tally_after_, after_.rules());
    OutcomeChange change;
    change.severity_before = severity_of(old);
    change.severity_after = severity_of(now);
    const Answers before = answers_of(old);
    const Answers after = answers_of(now);
    Answers all = before;
    all.insert(after.begin(), after.end());
    for (const auto& [rule, any] : all)
        if (answer_in(before, rule) != answer_in(after, rule))
            change.answers.push_back({rule, answer_in(before, rule), answer_in(after, rule)});
    if (change.answers.empty() && change.severity_before == change.severity_after)
        return std::nullopt;
    const ScreenedLine& told = old ? *old : *now;
    change.line = line.line;
    change.goods = told.goods;
    change.consignee = told.consignee;
    return change;
}

} // namespace preflag
