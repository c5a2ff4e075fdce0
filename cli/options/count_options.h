#pragma once

#include "command_line/option_set.h"
#include "options/report_target.h"

#include <preflag/report/counts/group_key.h>

#include <string>
#include <vector>

namespace preflag {

/// What flagged lines are counted by, and where the counts go.
struct CountPlan {
    std::vector<GroupKey> keys; ///< none: nothing is counted
    ReportTarget file;          ///< table, CSV or JSON; an empty path: no file
};

/// --by, as screen and report count have it.
Option by_option(std::string& words);
/// The place of counts. Throws UsageError for a format that has no counts.
ReportTarget count_target(const std::string& option, const std::string& word);

/// --by and --counts of screen.
struct CountArguments {
    std::string by, file;
};
void add_count_options(OptionSet& options, CountArguments& arguments);
/// Throws UsageError for keys that there are not, and for a file without keys.
CountPlan resolve_counts(const CountArguments& arguments);

} // namespace preflag
