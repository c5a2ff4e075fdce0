#include "report_command.h"

#include "command_line/config_file.h"
#include "exit_status.h"
#include "interruption.h"
#include "options/day_option.h"
#include "options/input_options.h"
#include "options/output_options.h"
#include "options/report_target.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/file/output_file.h>
#include <preflag/base/text.h>
#include <preflag/report/card/card_writer.h>
#include <preflag/report/html/contacts.h>
#include <preflag/report/kept/kept_report.h>
#include <preflag/report/report_writer.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

namespace preflag {

namespace {

struct ConvertArguments {
    InputArguments input;
    std::string report, output, summary, day, config;
};

struct CardArguments {
    InputArguments input;
    std::string finding, report, day, config;
    std::string format = "text";
};

std::ifstream open_kept(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream || std::filesystem::is_directory(path))
        throw InputError(fmt::format("the report {} cannot be opened", path));
    return stream;
}

/// Whether the report is kept with its run, and whether something could be cleared in it, is known
/// at its end only, but CSV has to know before.
std::optional<RunReport> run_of(const ConvertArguments& arguments) {
    if (!arguments.summary.empty())
        return read_kept_summary(arguments.summary);
    KeptLines lines;
    std::ifstream stream = open_kept(arguments.report);
    return read_kept_report(stream, arguments.report, lines, [](const ScreenedLine&) {});
}

void check_places(const ConvertArguments& arguments, const ReportTarget& target) {
    std::error_code error;
    if (!target.path.empty() && std::filesystem::equivalent(arguments.report, target.path, error))
        throw UsageError(fmt::format("--output {}: this is the report that is read", target.path));
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
    ReportTarget target = report_target("--output", arguments.output, ReportFormat::table);
    if (target.path == "-")
        target.path.clear();
    check_places(arguments, target);
    const Contacts contacts = read_contacts(rule_folders(arguments.input));
    const RunReport run = run_of(arguments).value_or(RunReport());
    ReportStyle style;
    style.contacts = &contacts;
    style.day = day_option("--as-of", arguments.day).value_or(today());
    style.shows_clearances = run.licences || run.decisions;
    if (target.path.empty()) {
        style.width = terminal_width(STDOUT_FILENO);
        StandardOutput output;
        convert(arguments, style, run, target.format, output.stream());
        output.finish();
        return clean;
    }
    OutputFile file(target.path, &stop_flag());
    convert(arguments, style, run, target.format, file.stream());
    file.commit();
    return clean;
}

const Finding* finding_of_line(const ScreenedLine& line, const std::string& id) {
    const auto found = std::find_if(line.findings.begin(), line.findings.end(),
                                    [&](const Finding& finding) { return finding.id == id; });
    return found == line.findings.end() ? nullptr : &*found;
}

void write_card(const CardArguments& arguments, const ScreenedLine& line, const Finding& finding,
                const Contacts& contacts, std::ostream& stream) {
    const AdviceSource source{contacts, day_option("--as-of", arguments.day).value_or(today())};
    if (arguments.format != "html") {
        stream << card_page(line, finding, source,
                            arguments.format == "markdown" ? CardFormat::markdown
                                                           : CardFormat::text,
                            terminal_width(STDOUT_FILENO));
        return;
    }
    ReportStyle style;
    style.contacts = &contacts;
    style.day = source.day;
    const auto writer = make_report_writer(ReportFormat::html, style, stream);
    writer->begin();
    writer->write(line);
    writer->finish({});
}

int run_card(const CardArguments& arguments) {
    const Contacts contacts = read_contacts(rule_folders(arguments.input));
    std::ifstream report = open_kept(arguments.report);
    KeptLines lines;
    std::optional<ScreenedLine> found;
    std::size_t further = 0;
    read_kept_report(report, arguments.report, lines, [&](ScreenedLine line) {
        if (finding_of_line(line, arguments.finding) == nullptr)
            return;
        if (found)
            ++further;
        else
            found = std::move(line);
    });
    if (!found)
        throw UsageError(fmt::format("{}: the report {} has no finding with this id",
                                     arguments.finding, arguments.report));
    StandardOutput output;
    write_card(arguments, *found, *finding_of_line(*found, arguments.finding), contacts,
               output.stream());
    if (further > 0 && arguments.format == "text")
        output.stream() << fmt::format("\nThe same finding stands on {}.\n",
                                       counted(further, "more line"));
    output.finish();
    return clean;
}

void add_kept_options(OptionSet& options, std::string& day, InputArguments& input,
                      std::string& config) {
    options.add(text("--as-of", &day, "DATE", "Day that deadlines count from; today by default"));
    add_rules_option(options, input);
    add_config_option(options, config);
}

const std::vector<StatusMeaning> statuses_of_report{
    {0, "written"}, {2, "nothing was written: usage, input or output error"}};

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
    add_kept_options(command.options, arguments->day, arguments->input, arguments->config);
    command.statuses = statuses_of_report;
    command.run = [arguments] { return run_convert(*arguments); };
    return command;
}

Command card_command() {
    Command command{"card", "One finding of a kept report on one page, with what to do about it"};
    auto arguments = std::make_shared<CardArguments>();
    command.options
        .add(text("finding", &arguments->finding, "FINDING",
                  "Id of the finding, as reports have it"))
        .required();
    command.options.add(file("--report", &arguments->report, "Report in the format json or jsonl"))
        .required();
    add_format_option(command.options, arguments->format, {"text", "html", "markdown"});
    add_kept_options(command.options, arguments->day, arguments->input, arguments->config);
    command.statuses = statuses_of_report;
    command.run = [arguments] { return run_card(*arguments); };
    return command;
}

} // namespace

Command report_command() {
    Command command{"report", "Kept reports: other formats, and single findings"};
    command.nested.push_back(convert_command());
    command.nested.push_back(card_command());
    return command;
}

} // namespace preflag
