#pragma once

#include <preflag/clearance/decision.h>

#include <set>
#include <string>

namespace preflag {

/// A decision as one JSON object on one line of text, with its line break: a record of the file
/// that read_decisions reads.
std::string decision_json(const Decision& decision);

struct AppendedDecision {
    bool made_file = false;      ///< there was none
    bool set_aside_torn = false; ///< its torn last line went to "FILE.torn"
};

/// Appends a record, whole or not at all, and makes it durable; several processes may do so at
/// once. Makes the file when there is none. Throws OutputError, which says what stands in the file.
AppendedDecision append_decision(const std::string& path, const std::string& record);

/// Takes the lines with these numbers (from 1) out of the file with this digest. When somebody
/// changed it meanwhile nothing happens and it returns false. Throws OutputError.
bool remove_lines(const std::string& path, const std::string& digest,
                  const std::set<std::uint64_t>& lines);

} // namespace preflag
