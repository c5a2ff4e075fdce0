#pragma once

#include <preflag/base/document.h>
#include <preflag/clearance/decision.h>

#include <cstddef>
#include <string>
#include <vector>

namespace preflag {

/// A file of decisions as it was read.
struct DecisionFile {
    std::string file, digest;
    std::vector<Decision> decisions; ///< in the order of the file, superseded ones too
};

/// Reads a file of decisions: one JSON object a line, each with finding, decision (cleared or
/// confirmed), on, by, because, maybe until, and the facts that it was made on (rule, outcome,
/// goods, consignee, country, shipment, substances, edition). A file may be empty. The last record
/// on a finding holds. Throws InputError for a file that cannot be read, PackError with line and
/// column of every defect: nothing of a defective file is used.
DecisionFile read_decisions(const std::string& path);

/// The facts in one object of a JSON Lines report, of the finding with this id; nullopt when it has
/// none. The edition is left out: reports do not have it.
std::optional<DecisionFacts> facts_in_report(const Document& line, std::string_view finding);

} // namespace preflag
