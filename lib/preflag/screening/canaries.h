#pragma once

#include <preflag/goods/catalogue.h>
#include <preflag/rules/rule_set.h>

#include <cstddef>
#include <string>
#include <vector>

namespace preflag {

/// How the packs' own cases fared.
struct CaseResults {
    std::size_t passed = 0;
    std::size_t total = 0;
    /// One sentence a failure: rule, case, what was expected and what came out.
    std::vector<std::string> failures;
};

/// Screens the canary lines of the active rules, known positives and known negatives, through the
/// same catalogue and packs as the manifest. A missed one means that the run cannot be trusted.
CaseResults run_canaries(const Catalogue& catalogue, const RuleSet& rules);

/// Screens every case of every active rule: the packs' own tests.
CaseResults run_rule_cases(const Catalogue& catalogue, const RuleSet& rules);

} // namespace preflag
