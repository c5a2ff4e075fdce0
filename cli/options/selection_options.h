#pragma once

#include "command_line/option_set.h"

#include <preflag/rules/rule_set.h>

#include <string>
#include <vector>

namespace preflag {

/// What was typed about the law that applies; the same for every command that judges goods.
struct SelectionArguments {
    std::vector<std::string> regimes;
    std::vector<std::string> jurisdictions;
    std::string home;
    std::string as_of;
};

void add_selection_options(OptionSet& options, SelectionArguments& arguments);

/// Throws UsageError for a day that is none; ids are checked when the rules are compiled.
RuleSelection resolve_selection(const SelectionArguments& arguments);

} // namespace preflag
