#pragma once

#include <preflag/report/report_writer.h>
#include <preflag/run/summary.h>

#include <ostream>
#include <string>

namespace preflag {

/// What a run did, for a person: what was read, flagged and could not be assessed, with which
/// packs, and every warn on a line of its own that starts with "INCOMPLETE: ".
void write_summary_text(const RunReport& run, const ReportStyle& style, std::ostream& stream);

/// The warnings alone.
void write_warnings(const RunReport& run, const ReportStyle& style, std::ostream& stream);

/// The same as one JSON object on one line of text: rules/schema/summary.schema.json.
std::string summary_json(const RunReport& run);

} // namespace preflag
