#include "decide_command.h"

#include "command_line/config_file.h"
#include "exit_status.h"
#include "options/clearance_options.h"
#include "options/day_option.h"
#include "options/input_options.h"
#include "options/output_options.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/clearance/decision_pruning.h>
#include <preflag/clearance/reported_findings.h>
#include <preflag/report/clearance/decision_file.h>
#include <preflag/report/clearance/decisions_writer.h>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>

namespace preflag {

namespace {

struct DecideArguments {
    InputArguments input;
    std::string file;
    std::string finding, kind, because, until, by, report;
    std::string as_of;
    std::vector<std::string> summaries;
    bool remove = false;
    bool whole_line = false;
    std::string format = "text";
    std::string config;
};

std::string who(const DecideArguments& arguments) {
    if (!arguments.by.empty())
        return arguments.by;
    if (const passwd* user = ::getpwuid(::getuid()); user != nullptr && user->pw_name != nullptr)
        return user->pw_name;
    throw UsageError("who decides is not known: give --by NAME");
}

std::string report_name(const DecideArguments& arguments) {
    return arguments.report.empty() || arguments.report == "-" ? "standard input"
                                                               : arguments.report;
}

std::vector<ReportedFinding> findings_from(std::istream& stream, const DecideArguments& arguments) {
    auto findings = findings_in_report(stream, report_name(arguments),
                                       {arguments.finding, arguments.whole_line});
    if (findings.empty())
        throw InputError(fmt::format("{} has no finding {}: give the report in the format jsonl of "
                                     "the run that showed it",
                                     report_name(arguments), arguments.finding));
    return findings;
}

std::vector<ReportedFinding> read_findings(const DecideArguments& arguments) {
    if (arguments.report.empty() && is_terminal(STDIN_FILENO))
        throw UsageError("the facts of the finding are not known: give --report FILE.jsonl, the "
                         "report of the run that showed it");
    if (arguments.report.empty() || arguments.report == "-")
        return findings_from(std::cin, arguments);
    std::ifstream stream(arguments.report, std::ios::binary);
    std::error_code error;
    if (!stream || std::filesystem::is_directory(arguments.report, error))
        throw InputError(fmt::format("the report {} cannot be opened", arguments.report));
    return findings_from(stream, arguments);
}

/// A watchlist has no edition: it is another one every night.
void add_editions(std::vector<ReportedFinding>& findings, const DecideArguments& arguments) {
    const auto is_listed = [](const ReportedFinding& finding) {
        return finding.facts.outcome == Outcome::watchlist;
    };
    if (std::all_of(findings.begin(), findings.end(), is_listed))
        return;
    const Knowledge knowledge = load_knowledge(rule_folders(arguments.input), {});
    const auto editions = editions_of(knowledge.rules);
    for (ReportedFinding& finding : findings) {
        if (is_listed(finding))
            continue;
        const auto found = editions.find(finding.facts.rule);
        if (found == editions.end())
            throw UsageError(fmt::format("no pack has the rule {} of the finding; if it is of your "
                                         "own packs, give --rules DIR",
                                         finding.facts.rule));
        finding.facts.edition = found->second;
    }
}

/// All but the finding and its facts.
Decision decision_of(const DecideArguments& arguments) {
    if (!is_finding_id(arguments.finding))
        throw UsageError(fmt::format("{} is no id of a finding; it has 16 hexadecimal digits, as "
                                     "\"id\" in a JSON report",
                                     arguments.finding));
    Decision decision;
    decision.kind = arguments.kind == "cleared" ? DecisionKind::cleared : DecisionKind::confirmed;
    decision.on = today();
    decision.until = day_option("--until", arguments.until);
    if (decision.is_expired(decision.on))
        throw UsageError(fmt::format("--until {}: this day has passed", arguments.until));
    decision.by = who(arguments);
    decision.because = std::string(trim(arguments.because));
    if (decision.because.empty())
        throw UsageError("--because: say why, for those who read it later");
    return decision;
}

int run_add(const DecideArguments& arguments) {
    Decision decision = decision_of(arguments);
    std::error_code error;
    if (std::filesystem::exists(arguments.file, error))
        tell_torn(read_decisions(arguments.file));
    std::vector<ReportedFinding> findings = read_findings(arguments);
    add_editions(findings, arguments);
    std::string records;
    for (const ReportedFinding& finding : findings) {
        decision.finding = finding.id;
        decision.facts = finding.facts;
        records += decision_json(decision);
    }
    const AppendedDecision appended = append_decision(arguments.file, records);
    if (appended.made_file)
        tell(fmt::format("made {}", arguments.file));
    if (appended.set_aside_torn)
        tell(fmt::format("its torn last line is in {}.torn now", arguments.file));
    for (const ReportedFinding& finding : findings)
        tell(fmt::format("{} {} by {}: {}", finding.id, name_of(decision.kind), decision.by,
                         facts_text(finding.facts)));
    return clean;
}

int run_list(const DecideArguments& arguments) {
    const DecisionFile file = read_decisions(arguments.file);
    tell_torn(file);
    const Date day = day_option("--as-of", arguments.as_of).value_or(today());
    StandardOutput output;
    if (arguments.format == "json")
        write_decisions_json(file, day, output.stream());
    else
        write_decisions_text(file, day, output.stream());
    output.finish();
    return clean;
}

int run_prune(const DecideArguments& arguments) {
    const DecisionFile file = read_decisions(arguments.file);
    tell_torn(file);
    const Date day = day_option("--as-of", arguments.as_of).value_or(today());
    const std::set<std::string> unused = unused_decisions(arguments.summaries);
    std::set<std::uint64_t> lines;
    StandardOutput output;
    for (const Decision& decision : file.decisions) {
        const std::string reason = reason_to_drop(decision, day, unused);
        if (reason.empty())
            continue;
        lines.insert(decision.line);
        output.stream() << printable(fmt::format("{}:{}: {}, {} by {} on {}: {}", arguments.file,
                                                 decision.line, decision.finding,
                                                 name_of(decision.kind), decision.by,
                                                 to_string(decision.on), reason))
                        << '\n';
    }
    output.finish(); // nothing is removed that was not told
    if (arguments.remove && !lines.empty() && !remove_lines(arguments.file, file.digest, lines))
        throw OutputError(fmt::format("{} was changed by somebody else just now; nothing was "
                                      "removed, try again",
                                      arguments.file));
    output.stream() << fmt::format("{} of {} records {}\n", lines.size(), file.decisions.size(),
                                   arguments.remove ? "removed"
                                                    : "could go; --remove removes them");
    output.finish();
    return clean;
}

void add_as_of(OptionSet& options, DecideArguments& arguments) {
    options.add(
        text("--as-of", &arguments.as_of, "DATE", "Judge what has expired by this day, not today"));
}

/// Which file, from the command line or the configuration.
void add_file(OptionSet& options, DecideArguments& arguments) {
    add_decisions_option(options, arguments.file).required();
    add_config_option(options, arguments.config);
}

void add_decided_options(OptionSet& options, DecideArguments& arguments) {
    options
        .add(text("finding", &arguments.finding, "FINDING-ID",
                  "Id of the finding, from a JSON or CSV report"))
        .required();
    options.add(choice("decision", arguments.kind, {"cleared", "confirmed"}, "What was decided"))
        .required();
    options.add(text("--because", &arguments.because, "TEXT", "Why, for those who read it later"))
        .required();
    options.add(
        text("--until", &arguments.until, "DATE", "The last day on which the decision holds"));
    options.add(text("--by", &arguments.by, "NAME", "Who decided; the user's name by default"));
    options.add(file("--report", &arguments.report,
                     "JSON Lines report that shows the finding; standard input by default"));
    options.add(flag("--whole-line", arguments.whole_line,
                     "Decide the same on the other findings of its line, watchlists apart"));
}

Command add_command() {
    Command command{"add", "Record a decision on a finding, with the facts it is made on"};
    auto arguments = std::make_shared<DecideArguments>();
    add_decided_options(command.options, *arguments);
    add_rules_option(command.options, arguments->input);
    add_file(command.options, *arguments);
    command.statuses = {{0, "recorded"},
                        {2, "nothing was recorded: usage error, or a file that cannot be used"}};
    command.run = [arguments] { return run_add(*arguments); };
    return command;
}

Command list_decisions_command() {
    Command command{"list", "Show recorded decisions"};
    auto arguments = std::make_shared<DecideArguments>();
    add_as_of(command.options, *arguments);
    add_format_option(command.options, arguments->format, {"text", "json"});
    add_file(command.options, *arguments);
    command.statuses = {{0, "answered"}, {2, "usage error, or a file that cannot be used"}};
    command.run = [arguments] { return run_list(*arguments); };
    return command;
}

Command prune_command() {
    Command command{"prune",
                    "Report the records that are superseded, expired or unused, or remove them"};
    auto arguments = std::make_shared<DecideArguments>();
    command.options.add(file("--summary", &arguments->summaries,
                             "Summary of a run with these decisions: what is unused in all of "
                             "those given could go (repeatable)"));
    add_as_of(command.options, *arguments);
    command.options.add(flag("--remove", arguments->remove, "Remove these records from the file"));
    add_file(command.options, *arguments);
    command.statuses = {{0, "answered"},
                        {2, "nothing was removed: usage error, or a file that cannot be used"}};
    command.run = [arguments] { return run_prune(*arguments); };
    return command;
}

} // namespace

Command decide_command() {
    Command command{"decide", "Record decisions on findings, so that what was cleared stays quiet"};
    command.nested = {add_command(), list_decisions_command(), prune_command()};
    return command;
}

} // namespace preflag
