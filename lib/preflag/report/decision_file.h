#pragma once

#include <preflag/clearance/decision.h>

#include <set>
#include <string>

namespace preflag {

/// A decision as one JSON object on one line of text, with its line break: a record of the file
/// that read_decisions reads.
std::string decision_json(const Decision& decision);

/// Appends a record in one write and makes it durable; several processes may do so at once. Makes
/// the file when there is none, and says so by returning true. Throws OutputError.
bool append_decision(const std::string& path, const std::string& record);

/// Takes the lines with these numbers (from 1) out of the file, unless somebody appended to it
/// since `text` was read; then nothing happens and it returns false. Throws OutputError.
bool remove_lines(const std::string& path, const std::string& text,
                  const std::set<std::uint64_t>& lines);

} // namespace preflag
