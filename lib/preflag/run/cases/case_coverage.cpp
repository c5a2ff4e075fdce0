#include <preflag/run/cases/case_coverage.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace preflag {

namespace {

constexpr std::array<std::string_view, 6> names{"hit",        "at the limit", "just below",
                                                "just above", "undetermined", "trap"};

} // namespace

std::string_view name_of(CaseKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::set<CaseKind> kinds_of(const Rule& rule, const Finding* finding) {
    if (finding == nullptr)
        return {CaseKind::trap};
    if (finding->outcome == Outcome::undetermined)
        return {CaseKind::undetermined};
    std::set<CaseKind> kinds;
    if (finding->outcome == rule.outcome)
        kinds.insert(CaseKind::hit);
    if (!finding->margin || !finding->limit_value)
        return kinds;
    constexpr double noise = 1e-9;
    const double near = std::max(1.0, *finding->limit_value / 10) + noise;
    if (std::abs(*finding->margin) <= noise)
        kinds.insert(CaseKind::at_limit);
    else if (std::abs(*finding->margin) <= near)
        kinds.insert(*finding->margin < 0 ? CaseKind::just_below : CaseKind::just_above);
    return kinds;
}

std::set<CaseKind> kinds_needed(const Rule& rule) {
    if (rule.id == other_contradiction)
        return {};
    if (rule.limit.terms.empty())
        return {CaseKind::hit, CaseKind::trap};
    return {CaseKind::at_limit, CaseKind::just_below, CaseKind::just_above, CaseKind::undetermined,
            CaseKind::trap};
}

std::string missing_kinds(const Rule& rule, const std::set<CaseKind>& covered) {
    std::string missing;
    for (const CaseKind kind : kinds_needed(rule)) {
        if (covered.contains(kind))
            continue;
        missing += missing.empty() ? "" : ", ";
        missing += name_of(kind);
    }
    return missing;
}

} // namespace preflag
