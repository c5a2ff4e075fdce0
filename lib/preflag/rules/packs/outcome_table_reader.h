#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/rules/packs/outcome_table.h>

#include <vector>

namespace preflag {

/// Reads outcomes.yaml. Adds every defect to `diagnostics`; that there is none is one.
OutcomeTable read_outcome_table(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

/// The same of one file.
OutcomeTable read_outcome_file(const Document& document, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
