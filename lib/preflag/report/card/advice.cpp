#include <preflag/report/card/advice.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace preflag {

namespace {

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::vector<std::string> duties_on(const ScreenedLine& line) {
    std::vector<std::string> duties;
    bool has_law = false;
    for (const Finding& finding : line.findings) {
        const Rule& rule = *finding.rule;
        const bool is_law = rule.kind() == RuleKind::law;
        if (!finding.is_open() || rule.duty.empty() || (is_law && has_law) ||
            finding.outcome == Outcome::below_limit || has(duties, rule.duty))
            continue;
        has_law = has_law || is_law;
        duties.push_back(rule.duty);
    }
    return duties;
}

/// Whether the law may not hold on the line at all, because its route is not known.
bool is_off_route(const ScreenedLine& line, const std::string& law) {
    return std::none_of(line.findings.begin(), line.findings.end(), [&](const Finding& finding) {
        return finding.rule->regime == law && finding.is_open() && !finding.is_off_route();
    });
}

/// Laws that hold come first.
std::vector<Advice::Deadline> deadlines_on(const ScreenedLine& line, const AdviceSource& source) {
    std::vector<Advice::Deadline> deadlines, others;
    std::vector<std::string> laws;
    for (const Finding& finding : line.findings) {
        const std::string& law = finding.rule->regime;
        const ReportingDeadline* const deadline = source.contacts.deadline_of(law);
        if (!finding.is_open() || deadline == nullptr || has(laws, law))
            continue;
        laws.push_back(law);
        const bool is_doubtful = is_off_route(line, law);
        (is_doubtful ? others : deadlines)
            .push_back({law,
                        source.day ? to_string(due_day(*deadline, *source.day)) : std::string(),
                        fmt::format("{} hours after {} ({}){}", deadline->hours, deadline->event,
                                    deadline->who,
                                    is_doubtful ? ", if the law holds on the goods' route" : "")});
    }
    deadlines.insert(deadlines.end(), std::make_move_iterator(others.begin()),
                     std::make_move_iterator(others.end()));
    return deadlines;
}

std::vector<const ContactPoint*> contacts_on(const ScreenedLine& line, const Contacts& contacts) {
    std::vector<const ContactPoint*> points;
    for (const Finding& finding : line.findings)
        for (const std::string& country : {line.destination, line.consignee_country, line.origin}) {
            const ContactPoint* const point =
                finding.is_open() ? contacts.point_of(finding.rule->regime, country) : nullptr;
            if (point != nullptr && std::find(points.begin(), points.end(), point) == points.end())
                points.push_back(point);
        }
    return points;
}

std::string question_on(const ScreenedLine& line, const Contacts& contacts) {
    for (const Finding& finding : line.findings)
        if (finding.is_open() && !finding.missing.empty())
            return fmt::format("Ask the declarant for {}: {}.",
                               finding.missing == "identity"
                                   ? "the name or the CAS number of the goods"
                                   : "the " + finding.missing,
                               finding.would_settle);
    return contacts.question;
}

} // namespace

Advice advice_on(const ScreenedLine& line, const AdviceSource& source) {
    return {duties_on(line), deadlines_on(line, source), question_on(line, source.contacts),
            contacts_on(line, source.contacts)};
}

std::string kilograms_text(const ScreenedLine& line) {
    for (const Identification& substance : line.reading.substances) {
        if (!substance.quantity || !substance.quantity->value.kilograms)
            continue;
        const Interval& amount = *substance.quantity->value.kilograms;
        if (!std::isfinite(amount.high))
            continue;
        return amount.is_exact() ? fmt::format("{:.6g}", amount.high)
                                 : fmt::format("{:.6g}-{:.6g}", amount.low, amount.high);
    }
    return {};
}

} // namespace preflag
