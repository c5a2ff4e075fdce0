#pragma once

#include "options/option_set.h"

#include <preflag/clearance/decision_reader.h>
#include <preflag/run/run_settlement.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What was typed about letting legitimate trade pass.
struct SettlementWords {
    std::vector<std::string> licences;
    std::string decisions;
    std::string quantity_margin = "10%";
    bool show_suppressed = false;
};

Option& add_decisions_option(OptionSet& options, std::string& file_name);
void add_settlement_options(OptionSet& options, SettlementWords& words);

/// Says which line of a file of decisions was set aside, if any.
void tell_torn(const DecisionFile& file);

/// Throws UsageError for words that make no sense together.
void check_settlement(const SettlementWords& words);

/// The files that are named, for the day of a run; `as_of` stands in for it.
SettlementFiles settlement_files(const SettlementWords& words, Date day, std::optional<Date> as_of);

} // namespace preflag
