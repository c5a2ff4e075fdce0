#pragma once

#include <preflag/base/country_table.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/places/place_table.h>

#include <vector>

namespace preflag {

/// Reads places/names.yaml, places/codes.yaml and places/words.yaml: a later folder's names and
/// codes take the place of the earlier ones, its words are added. Folders without any of them have
/// no places, and then countries alone are known.
PlaceTable read_place_table(const RuleFiles& files, const CountryTable& countries,
                            std::vector<Diagnostic>& diagnostics);

} // namespace preflag
