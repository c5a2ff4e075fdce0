#pragma once

#include "options/clearance_options.h"
#include "options/count_options.h"
#include "options/input_options.h"
#include "options/output_options.h"
#include "options/screen_plan.h"
#include "options/selection_options.h"
#include "options/verdict_options.h"
#include "options/watchlist_options.h"

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// `preflag screen` as typed or configured.
struct ScreenArguments {
    InputArguments input;
    WatchlistArguments watchlists;
    ClearanceArguments line_clearance;
    std::vector<std::string> manifests;
    std::string format = "table";
    std::vector<std::string> outputs;
    std::string min_severity; ///< empty: low, or info with all_lines
    std::string fail_on = "low";
    SelectionArguments selection;
    std::optional<unsigned> review_budget; ///< none: every line is in the report
    std::string review_rest;
    std::string rejects;
    std::string max_rejects = "0";
    std::string unread = "note";
    VerdictArguments verdicts;
    std::string summary;
    CountArguments counts;
    std::optional<unsigned> jobs; ///< none: the number of processors
    bool all_lines = false;
    bool quiet = false;
    std::string colour = "auto";
    std::string progress = "auto";
    std::string config;
};

void add_screen_options(OptionSet& options, ScreenArguments& arguments);

/// Throws UsageError for words that cannot be understood or make no sense together.
ScreenPlan resolve(const ScreenArguments& arguments);

} // namespace preflag
