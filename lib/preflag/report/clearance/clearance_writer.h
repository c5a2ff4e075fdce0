#pragma once

#include <preflag/run/summary.h>
#include <preflag/screening/screened_line.h>

#include <ostream>
#include <string>

namespace preflag {

// How reports say what licences and recorded decisions let pass.

/// "open", "confirmed" (open, too), "cleared" (by a licence), "suppressed" (by a decision).
std::string_view state_of(const Finding& finding);
/// Why it is in its state: "cleared by licence DE-1 of Example GmbH, valid until 2026-12-31; ...",
/// "confirmed by k.meier on 2026-11-20: ..."; empty when nobody said anything about it.
std::string because_of(const Finding& finding);

/// Lines and findings let pass. Writes nothing when nothing could be.
void write_cleared_counts(const RunReport& run, std::ostream& stream);
/// What each licence was used for, and which files they are from.
void write_licences(const RunReport& run, std::ostream& stream);
/// What became of the recorded decisions.
void write_decisions(const RunReport& run, std::ostream& stream);

} // namespace preflag
