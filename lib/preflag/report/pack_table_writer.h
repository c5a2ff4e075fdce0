#pragma once

#include <preflag/rules/rule_set.h>

#include <ostream>
#include <string>

namespace preflag {

/// The packs of a rule set as a table: rules, dates, countries, editions; then what one pack
/// changed in another.
void write_pack_table(const RuleSet& rules, std::ostream& stream);

/// The rules of a pack or law with their outcomes and limits, one a line; empty for an unknown id.
std::string rule_rows(const RuleSet& rules, const std::string& id);

} // namespace preflag
