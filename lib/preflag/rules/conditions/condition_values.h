#pragma once

#include <preflag/base/country_table.h>
#include <preflag/rules/conditions/condition.h>

#include <span>
#include <string>
#include <vector>

namespace preflag {

/// What a condition may refer to.
struct ConditionScope {
    std::span<const std::string> substances; ///< catalogue ids
    const CountryTable* countries = nullptr; ///< none: no country code is checked
    /// The only folder that lists are read from; empty: there are no lists.
    std::string folder;
    /// The condition is asked before the laws have spoken, so that it cannot ask what they said.
    bool is_before_laws = false;
};

/// All values that a fact can have; empty when that is not known yet.
std::vector<std::string> known_values(Fact fact, const ConditionScope& scope);

/// Puts the members in the place of a union ("EU"). Nothing changes without a table.
void expand_unions(std::vector<std::string>& codes, const CountryTable* countries);

} // namespace preflag
