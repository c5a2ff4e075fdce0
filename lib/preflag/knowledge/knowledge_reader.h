#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/knowledge/knowledge_tables.h>

#include <vector>

namespace preflag {

/// Makes all tables of the files. Adds every defect to `diagnostics`; the packs are read only with
/// a catalogue without defects, since they refer to it.
KnowledgeTables read_knowledge(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
