#include <preflag/run/summary.h>

namespace preflag {

RegimeCounts& RegimeCounts::operator+=(const RegimeCounts& other) {
    lines += other.lines;
    met += other.met;
    not_assessable += other.not_assessable;
    near_misses += other.near_misses;
    cleared += other.cleared;
    return *this;
}

RouteCounts& RouteCounts::operator+=(const RouteCounts& other) {
    unknown += other.unknown;
    partial += other.partial;
    by_shipper += other.by_shipper;
    by_consignee += other.by_consignee;
    by_home += other.by_home;
    return *this;
}

Summary& Summary::operator+=(const Summary& other) {
    lines_read += other.lines_read;
    lines_screened += other.lines_screened;
    lines_rejected += other.lines_rejected;
    lines_flagged += other.lines_flagged;
    lines_cleared += other.lines_cleared;
    lines_suppressed += other.lines_suppressed;
    findings_cleared += other.findings_cleared;
    findings_suppressed += other.findings_suppressed;
    lines_identified += other.lines_identified;
    lines_not_assessable += other.lines_not_assessable;
    lines_quantity_ambiguous += other.lines_quantity_ambiguous;
    lines_date_ambiguous += other.lines_date_ambiguous;
    lines_date_unread += other.lines_date_unread;
    for (std::size_t i = 0; i < lines_by_severity.size(); ++i)
        lines_by_severity[i] += other.lines_by_severity[i];
    for (std::size_t i = 0; i < lines_by_outcome.size(); ++i)
        lines_by_outcome[i] += other.lines_by_outcome[i];
    for (const auto& [what, lines] : other.missing)
        missing[what] += lines;
    routes += other.routes;
    lines_near_miss += other.lines_near_miss;
    for (const auto& [regime, counts] : other.regimes)
        regimes[regime] += counts;
    return *this;
}

} // namespace preflag
