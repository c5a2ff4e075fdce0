#include <preflag/base/number.h>
#include <preflag/run/near_miss.h>

#include <utility>

namespace preflag {

std::optional<NearMargin> NearMargin::parse(std::string_view text) {
    const auto share = Share::parse(text);
    if (!share)
        return std::nullopt;
    return NearMargin{share->value, share->is_percent};
}

bool is_near_miss(const Finding& finding, const NearMargin& margin) {
    constexpr double noise = 1e-9; // of figures such as 12 - 10.8
    if (finding.outcome != Outcome::below_limit || !finding.margin || !finding.limit_value)
        return false;
    const double allowed =
        margin.is_percent ? *finding.limit_value * margin.value / 100 : margin.value;
    return -*finding.margin <= allowed + noise;
}

std::optional<ScreenedLine> near_misses_of(const ScreenedLine& line, const NearMargin& margin) {
    std::vector<Finding> near;
    for (const Finding& finding : line.findings)
        if (is_near_miss(finding, margin))
            near.push_back(finding);
    if (near.empty())
        return std::nullopt;
    ScreenedLine screened = line;
    screened.findings = std::move(near);
    screened.severity = Severity::info;
    screened.score = 0;
    return screened;
}

} // namespace preflag
