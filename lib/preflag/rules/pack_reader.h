#pragma once

#include <preflag/base/document.h>
#include <preflag/rules/country_table.h>
#include <preflag/rules/rule_pack.h>

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

/// What one file of a rules folder says.
struct PackContent {
    RulePack pack;
    std::vector<Disabled> disabled;
};

/// What packs may refer to.
struct PackContext {
    std::span<const std::string> substances; ///< ids of the catalogue
    const CountryTable& countries;
};

/// Reads a file of regimes/: the lists of one law. Adds every defect to `diagnostics`.
PackContent read_regime(const Document& document, const PackContext& context,
                        std::vector<Diagnostic>& diagnostics);

/// Reads a file of red-flags/: red flags, or contradictions. Adds every defect to `diagnostics`.
PackContent read_red_flags(const Document& document, const PackContext& context,
                           std::vector<Diagnostic>& diagnostics);

} // namespace preflag
