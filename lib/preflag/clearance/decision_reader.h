#pragma once

#include <preflag/base/document/document.h>
#include <preflag/clearance/decision.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A file of decisions as it was read.
struct DecisionFile {
    std::string file;
    std::string digest;              ///< of the bytes as stored
    std::vector<Decision> decisions; ///< in the order of the file, superseded ones too
    std::optional<Diagnostic> torn;  ///< a note on the last line, when it was set aside
};

/// Reads a file of decisions: one JSON object a line, each with finding, decision (cleared or
/// confirmed), on, by, because, maybe until, and the facts that it was made on (rule, outcome,
/// goods, consignee, country, shipment, substances, edition). A file may be empty. The last record
/// on a finding holds. A torn last line is set aside. Waits for those who write the file. Throws
/// InputError for a file that cannot be read, MalformedFile with line and column of every defect:
/// nothing of a defective file is used.
DecisionFile read_decisions(const std::string& path);

/// The size of a file of decisions without a torn last line: one that has no line break and is no
/// JSON, because whoever wrote it was stopped in the middle. It was never recorded.
std::size_t size_without_torn_line(std::string_view bytes);

/// The facts in one object of a JSON Lines report, of the finding with this id; nullopt when it has
/// none. The edition is left out: reports do not have it.
std::optional<DecisionFacts> facts_in_report(const Document& line, std::string_view finding);

} // namespace preflag
