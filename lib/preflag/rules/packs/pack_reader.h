#pragma once

#include <preflag/base/country_table.h>
#include <preflag/base/document/document.h>
#include <preflag/rules/packs/outcome_table.h>
#include <preflag/rules/packs/rule_pack.h>

#include <span>
#include <string>
#include <vector>

namespace preflag {

/// A rule that a pack switches off, and the reason given.
struct Disabled {
    std::string rule;
    std::string because;
    Position position;
};

/// Values of an earlier folder's rule that a pack changes, and the reason given.
struct Override {
    std::string rule;
    std::string because;
    std::optional<int> score;
    std::optional<std::string> duty;
    std::string what; ///< "severity high, duty"
    Position position;
};

/// What one file of a rules folder says.
struct PackContent {
    RulePack pack;
    std::vector<Disabled> disabled;
    std::vector<Override> overrides;

    /// Whether the pack does anything.
    [[nodiscard]] bool is_empty() const {
        return pack.rules.empty() && disabled.empty() && overrides.empty();
    }
};

/// What packs may refer to.
struct PackContext {
    std::span<const std::string> substances; ///< ids of the catalogue
    const CountryTable& countries;
    const OutcomeTable* outcomes = nullptr; ///< none: a severity cannot be turned into a score
    std::span<const RulePack> earlier{};    ///< of the folders before this one, for `extends`
    std::string folder{};                   ///< the only place that `in-list` reads from
};

/// Reads a file of regimes/: the lists of one law. Adds every defect to `diagnostics`.
PackContent read_regime(const Document& document, const PackContext& context,
                        std::vector<Diagnostic>& diagnostics);

/// Reads a file of red-flags/: red flags, or contradictions. Adds every defect to `diagnostics`.
PackContent read_red_flags(const Document& document, const PackContext& context,
                           std::vector<Diagnostic>& diagnostics);

} // namespace preflag
