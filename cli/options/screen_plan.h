#pragma once

#include "options/clearance_options.h"
#include "options/count_options.h"
#include "options/output_options.h"
#include "options/report_target.h"
#include "options/watchlist_options.h"

#include <preflag/report/report_writer.h>
#include <preflag/rules/rule_selection.h>
#include <preflag/rules/verdict.h>
#include <preflag/run/run_options.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

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
    CountPlan counts;
    unsigned jobs = 1;
    bool all_lines = false;
    bool quiet = false;
    ColourChoice colour = ColourChoice::automatic;
    bool progress = true;
};

} // namespace preflag
