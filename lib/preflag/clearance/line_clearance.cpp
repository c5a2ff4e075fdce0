#include <preflag/clearance/line_clearance.h>

namespace preflag {

void LineClearance::decide(ScreenedLine& line, bool on_watchlists) {
    for (Finding& finding : line.findings)
        if (finding.is_open() && (finding.outcome == Outcome::watchlist) == on_watchlists)
            decisions_->apply(line, finding);
}

void LineClearance::settle(ScreenedLine& line) {
    if (decisions_)
        decide(line, true);
    if (licences_)
        licences_->apply(line);
    if (decisions_)
        decide(line, false);
}

} // namespace preflag
