#pragma once

#include <preflag/clearance/decision_reader.h>

#include <ostream>
#include <string>
#include <vector>

namespace preflag {

/// Each record with its state on that day: in force, expired, superseded.
void write_decisions_text(const DecisionFile& file, Date today, std::ostream& stream);
void write_decisions_json(const DecisionFile& file, Date today, std::ostream& stream);

/// "nitric acid ...; 100 kg": what was decided on, in one line.
std::string facts_text(const DecisionFacts& facts);

} // namespace preflag
