#pragma once

#include <preflag/base/country_table.h>
#include <preflag/base/document/rule_files.h>

#include <vector>

namespace preflag {

/// Reads countries.yaml. Adds every defect to `diagnostics`; that there is none is one.
CountryTable read_country_table(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

/// The same of one file.
CountryTable read_country_file(const Document& document, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
