#pragma once

#include <preflag/knowledge/knowledge.h>

#include <cstddef>
#include <string>
#include <vector>

namespace preflag {

/// How the cases of one pack fared.
struct PackCases {
    std::string pack;
    std::size_t rules = 0; ///< switched on
    std::size_t passed = 0;
    std::size_t total = 0;
};

/// A rule whose cases do not try out all that they should.
struct ThinRule {
    std::string rule;
    std::string missing; ///< "at the limit, trap"
};

/// How the packs' own cases fared.
struct CaseResults {
    std::size_t passed = 0;
    std::size_t total = 0;
    /// One sentence a failure: rule, case, what was expected and what came out.
    std::vector<std::string> failures;
    std::vector<PackCases> packs; ///< in the order loaded; only by run_rule_cases
    std::vector<ThinRule> thin;   ///< only by run_rule_cases
};

/// Screens the canary lines of the active rules, known positives and known negatives, through the
/// same catalogue and packs as the manifest. A missed one means that the run cannot be trusted. A
/// law that has none of a kind left, because a pack switched its rules off, lends another case of
/// that kind; a law without any is a failure.
CaseResults run_canaries(const Knowledge& knowledge);

/// Screens every case of every active rule: the packs' own tests.
CaseResults run_rule_cases(const Knowledge& knowledge);

} // namespace preflag
