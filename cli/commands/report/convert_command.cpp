#include "commands/report/convert_command.h"

#include "commands/report/kept_input.h"
#include "exit_status.h"
#include "options/day_option.h"
#include "options/report_target.h"
#include "options/rule_folders.h"

#include <preflag/report/html/contacts.h>
#include <preflag/report/kept/kept_report.h>
#include <preflag/report/report_writer.h>

#include <memory>
#include <optional>

namespace preflag {

namespace {

struct ConvertArguments {
    KeptArguments kept;
    std::string report, output, summary;
};

/// Whether the report is kept with its run, and whether something could be cleared in it, is known
/// at its end only, but CSV has to know before.
std::optional<RunReport> run_of(const ConvertArguments& arguments) {
    if (!arguments.summary.empty())
        return read_kept_summary(arguments.summary);
    KeptLines lines;
    std::ifstream stream = open_kept(arguments.report);
    return read_kept_report(stream, arguments.report, lines, [](const ScreenedLine&) {});
}

void convert(const ConvertArguments& arguments, const ReportStyle& style, const RunReport& run,
             ReportFormat format, std::ostream& stream) {
    const auto writer = make_report_writer(format, style, stream);
    KeptLines lines;
    std::ifstream report = open_kept(arguments.report);
    writer->begin();
    read_kept_report(report, arguments.report, lines,
                     [&](const ScreenedLine& line) { writer->write(line); });
    writer->finish(run);
}

int run_convert(const ConvertArguments& arguments) {
    const ReportTarget target = report_target("--output", arguments.output, ReportFormat::table);
    const Contacts contacts = read_contacts(rule_folders(arguments.kept.input));
    ReportStyle style;
    style.contacts = &contacts;
    style.day = day_option("--as-of", arguments.kept.day).value_or(today());
    const RunReport run = run_of(arguments).value_or(RunReport());
    style.shows_clearances = run.licences || run.decisions;
    write_report(target.path, {arguments.report, arguments.summary},
                 [&](std::ostream& stream, std::size_t width) {
                     style.width = width;
                     convert(arguments, style, run, target.format, stream);
                 });
    return clean;
}

} // namespace

Command convert_command() {
    Command command{"convert", "A kept JSON or JSON Lines report in another format"};
    auto arguments = std::make_shared<ConvertArguments>();
    command.options.add(file("report", &arguments->report, "Report in the format json or jsonl"))
        .required()
        .value_name = "REPORT";
    command.options
        .add(report("--output", &arguments->output,
                    "Write to FILE, - for standard output; the format is the given one, else the "
                    "suffix"))
        .required()
        .manual("The bytes are those that the run would have written, as far as the report and the "
                "summary tell of it.");
    command.options.add(file("--summary", &arguments->summary,
                             "What --summary of the run wrote: JSON Lines have no run"));
    add_kept_options(command.options, arguments->kept);
    command.statuses = statuses_of_report();
    command.run = [arguments] { return run_convert(*arguments); };
    return command;
}

} // namespace preflag
