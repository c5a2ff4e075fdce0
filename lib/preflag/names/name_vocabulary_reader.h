#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/names/name_vocabulary.h>

#include <vector>

namespace preflag {

/// Reads the four files. Adds every defect to `diagnostics`; that one of them is missing is one.
NameVocabulary read_name_words(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

} // namespace preflag
