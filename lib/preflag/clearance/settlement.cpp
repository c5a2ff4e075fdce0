#include <preflag/clearance/settlement.h>
#include <preflag/screening/score_parts.h>

#include <algorithm>

namespace preflag {

void Settlement::decide(ScreenedLine& line, bool on_watchlists) {
    for (Finding& finding : line.findings)
        if (finding.is_open() && (finding.outcome == Outcome::watchlist) == on_watchlists)
            decisions_->apply(line, finding);
}

void Settlement::settle(ScreenedLine& line) {
    if (decisions_)
        decide(line, true);
    if (licences_)
        licences_->apply(line);
    if (decisions_)
        decide(line, false);
    const auto is_open = [](const Finding& finding) { return finding.is_open(); };
    if (std::all_of(line.findings.begin(), line.findings.end(), is_open))
        return;
    std::stable_partition(line.findings.begin(), line.findings.end(), is_open);
    set_score(line, rules_);
}

} // namespace preflag
