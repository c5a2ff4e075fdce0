#pragma once

#include <preflag/clearance/decision.h>

#include <istream>
#include <string>
#include <vector>

namespace preflag {

/// A finding of a report, with what was known of it.
struct ReportedFinding {
    std::string id;
    DecisionFacts facts; ///< without the edition of the pack, which no report has
};

/// Which findings of a report are meant.
struct FindingQuery {
    std::string id;
    /// The other findings of its line, too; those in watchlists have to be decided by themselves.
    bool whole_line = false;
};

/// The finding in a report in the format jsonl, wherever it stands; when it is on several lines,
/// its quantity is that of all of them. Empty when the report has none. `name` is the report's, for
/// messages. Throws InputError when the stream breaks, MalformedFile for a line that is no report.
std::vector<ReportedFinding> findings_in_report(std::istream& report, const std::string& name,
                                                const FindingQuery& query);

} // namespace preflag
