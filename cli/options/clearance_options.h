#pragma once

#include "command_line/option_set.h"

#include <preflag/clearance/decision_reader.h>
#include <preflag/run/run_clearance.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What was typed about letting legitimate trade pass.
struct ClearanceArguments {
    std::vector<std::string> licences;
    std::string decisions;
    std::string quantity_margin = "10%";
    bool show_suppressed = false;
};

Option& add_decisions_option(OptionSet& options, std::string& file_name);
void add_clearance_options(OptionSet& options, ClearanceArguments& arguments);

/// Says which line of a file of decisions was set aside, if any.
void tell_torn(const DecisionFile& file);

/// Throws UsageError for words that make no sense together.
void check_clearance(const ClearanceArguments& arguments);

/// The files that are named, for the day of a run; `as_of` stands in for it.
ClearanceFiles clearance_files(const ClearanceArguments& arguments, Date day,
                               std::optional<Date> as_of);

} // namespace preflag
