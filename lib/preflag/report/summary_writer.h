#pragma once

#include <preflag/report/counts/grouped_counts.h>
#include <preflag/report/report_writer.h>
#include <preflag/run/summary.h>

#include <cstdint>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// What a run did, for a person: what was read, flagged and could not be assessed, with which
/// packs, and every warn on a line of its own that starts with "INCOMPLETE: ".
void write_summary_text(const RunReport& run, const ReportStyle& style, std::ostream& stream);

/// The warnings alone.
void write_warnings(const RunReport& run, const ReportStyle& style, std::ostream& stream);

/// What was missing on lines, with their number: what would settle most of them first.
std::vector<std::pair<std::string, std::uint64_t>> most_missing_first(const Summary& counts);
/// What would decide where `missing` was missing: "a strength column".
std::string what_settles(const std::string& missing);

/// The same as one JSON object on one line of text: rules/schema/summary.schema.json. With the
/// counts of --by; nullptr without them.
std::string summary_json(const RunReport& run, const GroupedCounts* counts = nullptr);

} // namespace preflag
