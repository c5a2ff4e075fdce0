#pragma once

#include <preflag/goods/catalogue.h>
#include <preflag/rules/rule_set.h>

#include <filesystem>
#include <vector>

namespace preflag {

/// Catalogue and rules, loaded and compiled from the same folders. Must outlive the screeners that
/// use it.
struct Knowledge {
    Catalogue catalogue;
    RuleSet rules;
};

/// Throws PackError with every defect found, UsageError for an unknown regime or jurisdiction
/// and for a selection that leaves no law.
Knowledge load_knowledge(const std::vector<std::filesystem::path>& folders,
                         const RuleSelection& selection);

} // namespace preflag
