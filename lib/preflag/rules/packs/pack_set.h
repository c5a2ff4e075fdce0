#pragma once

#include <preflag/base/country_table.h>
#include <preflag/places/place_table.h>
#include <preflag/rules/packs/outcome_table.h>
#include <preflag/rules/packs/rule_pack.h>

#include <vector>

namespace preflag {

/// What the rules say before any is chosen: the packs, and the tables that they refer to.
struct PackSet {
    std::vector<RulePack> packs; ///< in the order they answer
    OutcomeTable outcomes;
    CountryTable countries;
    PlaceTable places;
};

} // namespace preflag
