#pragma once

#include "options/clearance_options.h"
#include "options/input_options.h"
#include "options/output_options.h"
#include "options/report_target.h"
#include "options/selection_options.h"
#include "options/verdict_options.h"
#include "options/watchlist_options.h"

#include <preflag/report/report_writer.h>
#include <preflag/rules/rule_set.h>
#include <preflag/rules/verdict.h>
#include <preflag/run/run_options.h>

#include <cstdint>
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
    std::optional<unsigned> jobs; ///< none: the number of processors
    bool all_lines = false;
    bool quiet = false;
    std::string colour = "auto";
    std::string progress = "auto";
    std::string config;
};

/// `preflag screen` with every word understood; nothing has been opened yet.
struct ScreenPlan {
    std::vector<std::string> manifests;
    ReadOptions read;
    std::vector<std::filesystem::path> rule_folders;
    RuleSelection selection;
    WatchlistArguments watchlists;
    ClearanceArguments line_clearance;
    std::vector<ReportTarget> reports;
    Severity min_severity = Severity::low;
    std::optional<Severity> fail_on;          ///< none: never
    std::optional<std::size_t> review_budget; ///< so many lines are in the reports
    ReportTarget review_rest;                 ///< for the others; an empty path: none
    std::string rejects;
    RejectLimit reject_limit;
    bool unread_fails = false; ///< a file of a folder that is not read makes the run incomplete
    ReportTarget near_misses;  ///< for the lines that nearly meet a limit; an empty path: none
    NearMargin near_margin;
    PackAgeLimit pack_age;
    std::string summary;
    unsigned jobs = 1;
    bool all_lines = false;
    bool quiet = false;
    ColourChoice colour = ColourChoice::automatic;
    bool progress = true;
};

void add_screen_options(OptionSet& options, ScreenArguments& arguments);

/// Throws UsageError for words that cannot be understood or make no sense together.
ScreenPlan resolve(const ScreenArguments& arguments);

} // namespace preflag
