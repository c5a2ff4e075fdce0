#include <preflag/rules/packs/rule_pack.h>
#include <preflag/run/line_counts.h>

#include <algorithm>
#include <bitset>
#include <map>
#include <set>

namespace preflag {

namespace {

/// What one law says of one line.
struct RegimeView {
    bool met = false;
    bool not_assessable = false;
    bool near_miss = false;
    bool is_open = false;
};

void count_regimes(const ScreenedLine& line, const NearMargin& margin, Summary& counts) {
    std::map<std::string_view, RegimeView> views;
    bool has_near_miss = false;
    for (const Finding& finding : line.findings) {
        if (finding.rule->kind() != RuleKind::law)
            continue;
        RegimeView& view = views[finding.rule->regime];
        const bool is_near = is_near_miss(finding, margin);
        view.near_miss |= is_near;
        has_near_miss |= is_near;
        view.is_open |= finding.is_open();
        view.not_assessable |= finding.outcome == Outcome::undetermined;
        view.met |=
            finding.outcome != Outcome::undetermined && finding.outcome != Outcome::below_limit;
    }
    counts.lines_near_miss += has_near_miss ? 1 : 0;
    for (const auto& [regime, view] : views)
        counts.regimes[std::string(regime)] +=
            {1, view.met ? 1U : 0U, view.not_assessable ? 1U : 0U, view.near_miss ? 1U : 0U,
             view.is_open ? 0U : 1U};
}

/// What was cleared on a line, and whether that was all.
void count_cleared(const ScreenedLine& line, Summary& counts) {
    std::uint64_t by_licence = 0;
    std::uint64_t by_decision = 0;
    for (const Finding& finding : line.findings)
        if (finding.clearance)
            ++(finding.clearance->by == Clearance::By::licence ? by_licence : by_decision);
    counts.findings_cleared += by_licence;
    counts.findings_suppressed += by_decision;
    if (line.is_cleared())
        ++(by_decision == 0 ? counts.lines_cleared : counts.lines_suppressed);
}

void count_open(const ScreenedLine& line, Summary& counts) {
    std::bitset<outcome_count> outcomes;
    std::set<std::string_view> missing;
    for (const Finding& finding : line.findings) {
        if (!finding.is_open())
            continue;
        outcomes.set(static_cast<std::size_t>(finding.outcome));
        if (finding.outcome == Outcome::undetermined && !finding.missing.empty())
            missing.insert(finding.missing);
    }
    for (std::size_t outcome = 0; outcome < outcome_count; ++outcome)
        counts.lines_by_outcome[outcome] += outcomes[outcome] ? 1U : 0U;
    for (const std::string_view what : missing)
        ++counts.missing[std::string(what)];
    if (outcomes[static_cast<std::size_t>(Outcome::undetermined)])
        ++counts.lines_not_assessable;
}

/// What was written so that it can be read in several ways, or not at all.
void count_doubts(const ScreenedLine& line, Summary& counts) {
    const auto& quantity = line.reading.quantity;
    counts.lines_quantity_ambiguous += quantity && quantity->value.is_ambiguous ? 1 : 0;
    counts.lines_date_ambiguous += line.is_date_ambiguous ? 1 : 0;
    counts.lines_date_unread += line.is_date_unread ? 1 : 0;
}

void count_route(const ScreenedLine& line, Summary& counts) {
    const bool is_partial =
        std::any_of(line.findings.begin(), line.findings.end(),
                    [](const Finding& finding) { return finding.is_off_route(); });
    const RouteStandIns& stand_ins = line.route.stand_ins;
    counts.routes +=
        {line.route.is_unknown ? 1U : 0U, is_partial ? 1U : 0U, stand_ins.shipper ? 1U : 0U,
         stand_ins.consignee ? 1U : 0U, stand_ins.home ? 1U : 0U};
}

} // namespace

void count_line(const ScreenedLine& line, Severity min_severity, const NearMargin& margin,
                Summary& counts) {
    if (!line.reading.substances.empty())
        ++counts.lines_identified;
    count_doubts(line, counts);
    if (line.findings.empty())
        return;
    count_route(line, counts);
    count_cleared(line, counts);
    count_regimes(line, margin, counts);
    if (line.is_cleared())
        return;
    ++counts.lines_by_severity[static_cast<std::size_t>(line.severity)];
    if (line.severity >= min_severity)
        ++counts.lines_flagged;
    count_open(line, counts);
}

} // namespace preflag
