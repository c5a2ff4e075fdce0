#pragma once

#include <preflag/knowledge/knowledge.h>

#include <filesystem>
#include <vector>

namespace preflag {

/// Throws PackError with every defect found, UsageError for an unknown regime or jurisdiction
/// and for a selection that leaves no law.
Knowledge load_knowledge(const std::vector<std::filesystem::path>& folders,
                         const RuleSelection& selection);

} // namespace preflag
