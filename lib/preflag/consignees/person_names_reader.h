#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/consignees/person_names.h>

#include <vector>

namespace preflag {

/// parties/person-names.yaml of the last folder that has it. Defects are added to `diagnostics`, a
/// table that is missing among them.
PersonNames read_person_names(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
