#include "commands/report/count_command.h"

#include "commands/report/kept_input.h"
#include "exit_status.h"
#include "options/count_options.h"

#include <preflag/report/counts/counts_writer.h>
#include <preflag/report/counts/grouped_counts.h>
#include <preflag/report/kept/kept_report.h>

#include <memory>

namespace preflag {

namespace {

struct CountCommandArguments {
    std::string report, by, output;
};

int run_count(const CountCommandArguments& arguments) {
    const ReportTarget target = count_target("--output", arguments.output);
    GroupedCounts counts(parse_group_keys("--by", arguments.by));
    KeptLines lines;
    std::ifstream report = open_kept(arguments.report);
    read_kept_report(report, arguments.report, lines,
                     [&](const ScreenedLine& line) { counts.add(line); });
    write_report(target.path, {arguments.report}, [&](std::ostream& stream, std::size_t width) {
        write_counts(counts, target.format, width, stream);
    });
    return clean;
}

} // namespace

Command count_command() {
    Command command{"count", "The lines of a kept report counted by substance, route and the like"};
    auto arguments = std::make_shared<CountCommandArguments>();
    command.options.add(file("report", &arguments->report, "Report in the format json or jsonl"))
        .required()
        .value_name = "REPORT";
    command.options.add(by_option(arguments->by)).required();
    command.options.add(report("--output", &arguments->output,
                               "Write to FILE, - for standard output; as table, csv or json, the "
                               "given one, else by the suffix"));
    command.statuses = statuses_of_report();
    command.run = [arguments] { return run_count(*arguments); };
    return command;
}

} // namespace preflag
