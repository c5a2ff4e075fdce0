#include "commands/report/card_command.h"

#include "commands/report/kept_input.h"
#include "exit_status.h"
#include "options/day_option.h"
#include "options/output_options.h"
#include "options/rule_folders.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/report/card/card_writer.h>
#include <preflag/report/html/contacts.h>
#include <preflag/report/kept/kept_report.h>
#include <preflag/report/report_writer.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace preflag {

namespace {

struct CardArguments {
    KeptArguments kept;
    std::string finding, report;
    std::string format = "text";
};

const Finding* finding_of_line(const ScreenedLine& line, const std::string& id) {
    const auto found = std::find_if(line.findings.begin(), line.findings.end(),
                                    [&](const Finding& finding) { return finding.id == id; });
    return found == line.findings.end() ? nullptr : &*found;
}

void write_card(const CardArguments& arguments, const ScreenedLine& line, const Finding& finding,
                const Contacts& contacts, std::ostream& stream) {
    const AdviceSource source{contacts,
                              day_option("--as-of", arguments.kept.day).value_or(today())};
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
    const Contacts contacts = read_contacts(rule_folders(arguments.kept.input));
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

} // namespace

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
    add_kept_options(command.options, arguments->kept);
    command.statuses = statuses_of_report();
    command.run = [arguments] { return run_card(*arguments); };
    return command;
}

} // namespace preflag
