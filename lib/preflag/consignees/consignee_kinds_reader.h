#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/consignees/consignee_kinds.h>

#include <vector>

namespace preflag {

/// Reads parties/consignee-kinds.yaml. Adds every defect to `diagnostics`; that there is none is
/// one.
ConsigneeKinds read_consignee_kinds(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
