#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/document/document.h>
#include <preflag/goods/lexicon/unit_table.h>

#include <vector>

namespace preflag {

/// Adds the units of one file (units.yaml) or overrides those of the same name. Defects go to
/// `diagnostics`.
void read_units(const Document& document, UnitTable& units, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
