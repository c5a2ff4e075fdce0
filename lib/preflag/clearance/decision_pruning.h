#pragma once

#include <preflag/clearance/decision.h>

#include <set>
#include <string>
#include <vector>

namespace preflag {

/// The ids of the findings whose decisions none of these runs needed, as their summaries (JSON
/// files) tell. Throws InputError for a file that is no summary of a run with decisions, and for a
/// run that was not complete: what it left out may need its decisions.
std::set<std::string> unused_decisions(const std::vector<std::string>& summaries);

/// Why a record is not needed any more on that day; empty when it is.
std::string reason_to_drop(const Decision& decision, Date day, const std::set<std::string>& unused);

} // namespace preflag
