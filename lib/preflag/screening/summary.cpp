#include <preflag/screening/summary.h>

namespace preflag {

Summary& Summary::operator+=(const Summary& other) {
    lines_read += other.lines_read;
    lines_screened += other.lines_screened;
    lines_rejected += other.lines_rejected;
    lines_flagged += other.lines_flagged;
    lines_identified += other.lines_identified;
    lines_not_assessable += other.lines_not_assessable;
    for (std::size_t i = 0; i < lines_by_severity.size(); ++i)
        lines_by_severity[i] += other.lines_by_severity[i];
    for (std::size_t i = 0; i < lines_by_outcome.size(); ++i)
        lines_by_outcome[i] += other.lines_by_outcome[i];
    for (const auto& [what, lines] : other.missing)
        missing[what] += lines;
    return *this;
}

} // namespace preflag
