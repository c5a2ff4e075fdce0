#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/rules/packs/pack_set.h>

#include <span>
#include <string>
#include <vector>

namespace preflag {

/// Reads outcomes.yaml, countries.yaml, regimes/ and red-flags/: a later folder's rule replaces an
/// earlier one of the same id, its `override` changes some of its values, and its `disable`
/// switches it off; each is told in the `changes` of its pack. `substances` are the catalogue's
/// ids, for unknown-id errors. Adds every defect to `diagnostics`.
PackSet read_packs(const RuleFiles& files, std::span<const std::string> substances,
                   std::vector<Diagnostic>& diagnostics);

} // namespace preflag
