#include "decide_command.h"

#include "commands/decide_output.h"
#include "exit_status.h"
#include "options/config_file.h"
#include "options/input_options.h"
#include "options/output_options.h"
#include "options/settlement_options.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/base/text_file.h>
#include <preflag/report/decision_file.h>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>

namespace preflag {

namespace {

struct DecideWords {
    InputWords input;
    std::string file;
    std::string finding, kind, because, until, by, report;
    std::string as_of;
    std::vector<std::string> summaries;
    bool remove = false;
    bool whole_line = false;
    std::string format = "text";
    std::string config;
};

/// A finding of a report, with what was known of it.
struct ReportedFinding {
    std::string id;
    DecisionFacts facts;
};

std::optional<Date> date_option(std::string_view option, const std::string& word) {
    if (word.empty())
        return std::nullopt;
    const auto date = parse_iso_date(word);
    if (!date)
        throw UsageError(fmt::format("{} {}: write a date as 2026-12-31", option, word));
    return date;
}

std::string who(const DecideWords& words) {
    if (!words.by.empty())
        return words.by;
    if (const passwd* user = ::getpwuid(::getuid()); user != nullptr && user->pw_name != nullptr)
        return user->pw_name;
    throw UsageError("who decides is not known: give --by NAME");
}

std::string report_name(const DecideWords& words) {
    return words.report.empty() || words.report == "-" ? "standard input" : words.report;
}

/// The finding that is decided on, and with --whole-line the other ones of its line; empty when it
/// is not on this line. What is found in watchlists has to be decided by itself.
std::vector<ReportedFinding> findings_in(const Document& line, const DecideWords& words) {
    auto facts = facts_in_report(line, words.finding);
    if (!facts)
        return {};
    std::vector<ReportedFinding> findings{{words.finding, *std::move(facts)}};
    if (!words.whole_line)
        return findings;
    for (const DocumentNode& node : line.root.find("findings")->items()) {
        const DocumentNode* id = node.find("id");
        if (id == nullptr || id->text() == words.finding || node.find("cleared_by") != nullptr)
            continue;
        auto other = facts_in_report(line, id->text());
        if (other && other->outcome != Outcome::watchlist)
            findings.push_back({id->text(), *std::move(other)});
    }
    return findings;
}

std::vector<ReportedFinding> findings_in(const std::string& text, std::uint64_t number,
                                         const DecideWords& words) {
    if (text.find(words.finding) == std::string::npos)
        return {};
    try {
        return findings_in(read_json(text, report_name(words)), words);
    } catch (const PackError& error) {
        std::vector<Diagnostic> faults = error.diagnostics();
        for (Diagnostic& fault : faults)
            fault.position.line = number;
        throw PackError(std::move(faults));
    }
}

/// The same trade may stand on several lines; then its quantity is that of all of them.
void widen(DecisionFacts& facts, const DecisionFacts& other) {
    for (DecidedSubstance& substance : facts.substances)
        for (const DecidedSubstance& more : other.substances)
            if (more.id == substance.id && more.quantity && substance.quantity &&
                more.quantity->unit == substance.quantity->unit) {
                Interval& value = substance.quantity->value;
                value.low = std::min(value.low, more.quantity->value.low);
                value.high = std::max(value.high, more.quantity->value.high);
            }
}

std::vector<ReportedFinding> findings_from(std::istream& stream, const DecideWords& words) {
    std::vector<ReportedFinding> all;
    std::string line;
    for (std::uint64_t number = 1; std::getline(stream, line); ++number)
        for (ReportedFinding& found : findings_in(line, number, words)) {
            const auto known = std::find_if(
                all.begin(), all.end(), [&](const auto& other) { return other.id == found.id; });
            if (known == all.end())
                all.push_back(std::move(found));
            else
                widen(known->facts, found.facts);
        }
    if (!stream.eof())
        throw InputError(fmt::format("the report {} cannot be read", report_name(words)));
    if (all.empty())
        throw InputError(fmt::format("{} has no finding {}: give the report in the format jsonl of "
                                     "the run that showed it",
                                     report_name(words), words.finding));
    return all;
}

std::vector<ReportedFinding> read_findings(const DecideWords& words) {
    if (words.report.empty() && is_terminal(STDIN_FILENO))
        throw UsageError("the facts of the finding are not known: give --report FILE.jsonl, the "
                         "report of the run that showed it");
    if (words.report.empty() || words.report == "-")
        return findings_from(std::cin, words);
    std::ifstream stream(words.report, std::ios::binary);
    std::error_code error;
    if (!stream || std::filesystem::is_directory(words.report, error))
        throw InputError(fmt::format("the report {} cannot be opened", words.report));
    return findings_from(stream, words);
}

/// A watchlist has no edition: it is another one every night.
void add_editions(std::vector<ReportedFinding>& findings, const DecideWords& words) {
    const auto is_listed = [](const ReportedFinding& finding) {
        return finding.facts.outcome == Outcome::watchlist;
    };
    if (std::all_of(findings.begin(), findings.end(), is_listed))
        return;
    const Knowledge knowledge = Knowledge::load(rule_folders(words.input), {});
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
Decision decision_of(const DecideWords& words) {
    if (!is_finding_id(words.finding))
        throw UsageError(fmt::format("{} is no id of a finding; it has 16 hexadecimal digits, as "
                                     "\"id\" in a JSON report",
                                     words.finding));
    Decision decision;
    decision.kind = words.kind == "cleared" ? DecisionKind::cleared : DecisionKind::confirmed;
    decision.on = today();
    decision.until = date_option("--until", words.until);
    if (decision.is_expired(decision.on))
        throw UsageError(fmt::format("--until {}: this day has passed", words.until));
    decision.by = who(words);
    decision.because = std::string(trim(words.because));
    if (decision.because.empty())
        throw UsageError("--because: say why, for those who read it later");
    return decision;
}

int run_add(const DecideWords& words) {
    Decision decision = decision_of(words);
    std::error_code error;
    if (std::filesystem::exists(words.file, error))
        tell_torn(read_decisions(words.file));
    std::vector<ReportedFinding> findings = read_findings(words);
    add_editions(findings, words);
    std::string records;
    for (const ReportedFinding& finding : findings) {
        decision.finding = finding.id;
        decision.facts = finding.facts;
        records += decision_json(decision);
    }
    const AppendedDecision appended = append_decision(words.file, records);
    if (appended.made_file)
        tell(fmt::format("made {}", words.file));
    if (appended.set_aside_torn)
        tell(fmt::format("its torn last line is in {}.torn now", words.file));
    for (const ReportedFinding& finding : findings)
        tell(fmt::format("{} {} by {}: {}", finding.id, name_of(decision.kind), decision.by,
                         facts_text(finding.facts)));
    return clean;
}

int run_list(const DecideWords& words) {
    const DecisionFile file = read_decisions(words.file);
    tell_torn(file);
    const Date day = date_option("--as-of", words.as_of).value_or(today());
    StandardOutput output;
    if (words.format == "json")
        write_decisions_json(file, day, output.stream());
    else
        write_decisions_text(file, day, output.stream());
    output.finish();
    return clean;
}

/// The decisions that a run did not need, as its summary tells. A run that left something out
/// cannot tell.
std::set<std::string> unused_in(const std::string& path) {
    const Document summary = read_json(read_text_file(path, "summary"), path);
    const DocumentNode* decisions = summary.root.find("decisions");
    const DocumentNode* unused = decisions == nullptr ? nullptr : decisions->find("unused");
    if (unused == nullptr)
        throw InputError(fmt::format("{} is no summary of a run with --decisions", path));
    const DocumentNode* status = summary.root.find("exit_status");
    if (status == nullptr || (status->text() != "0" && status->text() != "1"))
        throw InputError(fmt::format("{} is of a run that was not complete: what it left out may "
                                     "need its decisions",
                                     path));
    std::set<std::string> ids;
    for (const DocumentNode& id : unused->items())
        ids.insert(id.text());
    return ids;
}

std::set<std::string> unused_in_all(const std::vector<std::string>& summaries) {
    std::map<std::string, std::size_t> counts;
    for (const std::string& path : summaries)
        for (const std::string& id : unused_in(path))
            ++counts[id];
    std::set<std::string> ids;
    for (const auto& [id, count] : counts)
        if (count == summaries.size())
            ids.insert(id);
    return ids;
}

/// Why a record is not needed any more; empty when it is.
std::string reason_to_go(const Decision& decision, Date day, const std::set<std::string>& unused) {
    if (decision.is_superseded)
        return "superseded by a later record";
    if (decision.is_expired(day))
        return "expired on " + to_string(*decision.until);
    return unused.contains(decision.finding) ? "unused in the runs given" : "";
}

int run_prune(const DecideWords& words) {
    const DecisionFile file = read_decisions(words.file);
    tell_torn(file);
    const Date day = date_option("--as-of", words.as_of).value_or(today());
    const std::set<std::string> unused = unused_in_all(words.summaries);
    std::set<std::uint64_t> lines;
    StandardOutput output;
    for (const Decision& decision : file.decisions) {
        const std::string reason = reason_to_go(decision, day, unused);
        if (reason.empty())
            continue;
        lines.insert(decision.line);
        output.stream() << printable(fmt::format("{}:{}: {}, {} by {} on {}: {}", words.file,
                                                 decision.line, decision.finding,
                                                 name_of(decision.kind), decision.by,
                                                 to_string(decision.on), reason))
                        << '\n';
    }
    if (words.remove && !lines.empty() && !remove_lines(words.file, file.digest, lines))
        throw OutputError(fmt::format("{} was changed by somebody else just now; nothing was "
                                      "removed, try again",
                                      words.file));
    output.stream() << fmt::format("{} of {} records {}\n", lines.size(), file.decisions.size(),
                                   words.remove ? "removed" : "could go; --remove removes them");
    output.finish();
    return clean;
}

void add_as_of(OptionSet& options, DecideWords& words) {
    options.add(
        text("--as-of", &words.as_of, "DATE", "Judge what has expired by this day, not today"));
}

/// Which file, from the command line or the configuration.
void add_file(OptionSet& options, DecideWords& words) {
    add_decisions_option(options, words.file).required();
    add_config_option(options, words.config);
}

void add_decided_options(OptionSet& options, DecideWords& words) {
    options
        .add(text("finding", &words.finding, "FINDING-ID",
                  "Id of the finding, from a JSON or CSV report"))
        .required();
    options.add(choice("decision", words.kind, {"cleared", "confirmed"}, "What was decided"))
        .required();
    options.add(text("--because", &words.because, "TEXT", "Why, for those who read it later"))
        .required();
    options.add(text("--until", &words.until, "DATE", "The last day on which the decision holds"));
    options.add(text("--by", &words.by, "NAME", "Who decided; the user's name by default"));
    options.add(file("--report", &words.report,
                     "JSON Lines report that shows the finding; standard input by default"));
    options.add(flag("--whole-line", words.whole_line,
                     "Decide the same on the other findings of its line, watchlists apart"));
}

Command add_command() {
    Command command{"add", "Record a decision on a finding, with the facts it is made on"};
    auto words = std::make_shared<DecideWords>();
    add_decided_options(command.options, *words);
    add_rules_option(command.options, words->input);
    add_file(command.options, *words);
    command.statuses = {{0, "recorded"},
                        {2, "nothing was recorded: usage error, or a file that cannot be used"}};
    command.run = [words] { return run_add(*words); };
    return command;
}

Command list_command() {
    Command command{"list", "Show recorded decisions"};
    auto words = std::make_shared<DecideWords>();
    add_as_of(command.options, *words);
    add_format_option(command.options, words->format, {"text", "json"});
    add_file(command.options, *words);
    command.statuses = {{0, "answered"}, {2, "usage error, or a file that cannot be used"}};
    command.run = [words] { return run_list(*words); };
    return command;
}

Command prune_command() {
    Command command{"prune",
                    "Report the records that are superseded, expired or unused, or remove them"};
    auto words = std::make_shared<DecideWords>();
    command.options.add(file("--summary", &words->summaries,
                             "Summary of a run with these decisions: what is unused in all of "
                             "those given could go (repeatable)"));
    add_as_of(command.options, *words);
    command.options.add(flag("--remove", words->remove, "Remove these records from the file"));
    add_file(command.options, *words);
    command.statuses = {{0, "answered"},
                        {2, "nothing was removed: usage error, or a file that cannot be used"}};
    command.run = [words] { return run_prune(*words); };
    return command;
}

} // namespace

Command decide_command() {
    Command command{"decide", "Record decisions on findings, so that what was cleared stays quiet"};
    command.nested = {add_command(), list_command(), prune_command()};
    return command;
}

} // namespace preflag
