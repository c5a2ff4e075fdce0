#include <preflag/screening/score_parts.h>

#include <algorithm>
#include <tuple>

namespace preflag {

namespace {

constexpr int most = 100;

bool adds_up(const Finding& finding) {
    return finding.outcome == Outcome::red_flag || finding.outcome == Outcome::contradiction;
}

void keep_heavier(const Finding& finding, const Finding*& heaviest) {
    if (heaviest == nullptr || finding.score > heaviest->score)
        heaviest = &finding;
}

void add(const Finding* finding, std::vector<ScorePart>& parts) {
    if (finding != nullptr && finding->score > 0)
        parts.push_back({finding->rule_id(), finding->score});
}

void order_by_weight(std::vector<Finding>& findings) {
    const auto rank = [](const Finding& finding) {
        if (finding.outcome == Outcome::watchlist)
            return 0;
        if (finding.is_off_route())
            return 3;
        return finding.outcome == Outcome::restricted ? 1 : 2;
    };
    const auto key = [&](const Finding& finding) {
        return std::tuple(!finding.is_open(), rank(finding), -finding.score);
    };
    std::vector<Finding*> order; // findings are large: each is moved once
    order.reserve(findings.size());
    for (Finding& finding : findings)
        order.push_back(&finding);
    std::stable_sort(order.begin(), order.end(), [&](const Finding* left, const Finding* right) {
        return key(*left) < key(*right);
    });
    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (Finding* finding : order)
        sorted.push_back(std::move(*finding));
    findings = std::move(sorted);
}

} // namespace

std::vector<ScorePart> score_parts(std::span<const Finding> findings) {
    const Finding* law = nullptr;
    const Finding* listed = nullptr;
    for (const Finding& finding : findings)
        if (finding.is_open() && !adds_up(finding))
            keep_heavier(finding, finding.outcome == Outcome::watchlist ? listed : law);
    std::vector<ScorePart> parts;
    add(law, parts);
    for (const Finding& finding : findings)
        if (finding.is_open() && adds_up(finding))
            add(&finding, parts);
    add(listed, parts);
    return parts;
}

int score_of(std::span<const ScorePart> parts) {
    int sum = 0;
    for (const ScorePart& part : parts)
        sum += part.points;
    return std::min(sum, most);
}

void weigh(ScreenedLine& line, const RuleSet& rules) {
    order_by_weight(line.findings);
    line.score_parts = score_parts(line.findings);
    line.score = score_of(line.score_parts);
    line.severity = rules.severity_of(line.score);
}

} // namespace preflag
