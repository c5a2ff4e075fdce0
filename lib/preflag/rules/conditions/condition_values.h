#pragma once

#include <preflag/rules/conditions/condition_reader.h>

#include <string>
#include <vector>

namespace preflag {

/// All values that a fact can have; empty when that is not known yet.
std::vector<std::string> known_values(Fact fact, const ConditionScope& scope);

/// Puts the members in the place of a union ("EU"). Nothing changes without a table.
void expand_unions(std::vector<std::string>& codes, const CountryTable* countries);

} // namespace preflag
