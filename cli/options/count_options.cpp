#include "options/count_options.h"

#include <preflag/base/error.h>

#include <fmt/format.h>

namespace preflag {

Option by_option(std::string& words) {
    Option option = text("--by", &words, "KEY,...",
                         "Count the lines by substance, route, consignee, law or day, or by "
                         "several of them");
    option.choices = group_key_names();
    return option.manual(
        "A line with two substances counts with both; route is where the goods come from and go "
        "to. With the lines go the kilograms that are stated, and the number of lines that state "
        "none. The groups with the most lines come first, days in their order.");
}

ReportTarget count_target(const std::string& option, const std::string& word) {
    ReportTarget target = report_target(option, word, ReportFormat::table);
    if (target.format != ReportFormat::table && target.format != ReportFormat::csv &&
        target.format != ReportFormat::json)
        throw UsageError(
            fmt::format("{} {}: counts are written as table, csv or json", option, word));
    return target;
}

void add_count_options(OptionSet& options, CountArguments& arguments) {
    options.add(by_option(arguments.by));
    options
        .add(report("--counts", &arguments.file,
                    "Write the counts of --by as table, csv or json, by the suffix"))
        .manual("Without it the first of them stand behind the summary. --summary has all.");
}

CountPlan resolve_counts(const CountArguments& arguments) {
    CountPlan plan;
    if (!arguments.by.empty())
        plan.keys = parse_group_keys("--by", arguments.by);
    if (arguments.file.empty())
        return plan;
    if (plan.keys.empty())
        throw UsageError("--counts needs --by, which tells what to count by");
    plan.file = count_target("--counts", arguments.file);
    if (plan.file.path.empty() || plan.file.path == "-")
        throw UsageError("--counts needs a file of its own; report count writes to standard "
                         "output");
    return plan;
}

} // namespace preflag
