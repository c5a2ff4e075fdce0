#include "screen_options.h"

#include "command_line/config_file.h"
#include "options/output_places.h"
#include "options/report_target.h"

#include <preflag/base/error.h>
#include <preflag/base/number.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <thread>

namespace preflag {

namespace {

const std::vector<std::string> severities{"info", "low", "medium", "high", "critical"};

std::vector<std::string> with_never() {
    auto words = severities;
    words.emplace_back("never");
    return words;
}

std::vector<ReportTarget> report_targets(const ScreenArguments& arguments) {
    const ReportFormat format = *parse_report_format(arguments.format);
    std::vector<ReportTarget> targets;
    std::set<std::string> paths;
    for (const std::string& word : arguments.outputs) {
        ReportTarget target = report_target("--output", word, format);
        if (target.path.empty())
            throw UsageError(fmt::format("--output {}: the file name is missing", word));
        if (target.path == "-")
            target.path.clear();
        if (!paths.insert(target.path).second)
            throw UsageError(
                fmt::format("--output {}: two reports cannot go to the same place", word));
        targets.push_back(std::move(target));
    }
    if (targets.empty())
        targets.push_back({format, ""});
    return targets;
}

RejectLimit reject_limit(const std::string& word) {
    constexpr double most_lines = 1e15;
    const auto share = Share::parse(word);
    if (!share ||
        (share->is_percent ? share->value > 100 : !share->is_whole() || share->value > most_lines))
        throw UsageError(
            fmt::format("--max-rejects {}: give a number of lines such as 10, or a share "
                        "such as 0.5%",
                        word));
    if (share->is_percent)
        return {0, share->value};
    return {static_cast<std::uint64_t>(share->value), std::nullopt};
}

void check_manifests(const std::vector<std::string>& manifests) {
    if (manifests.empty())
        throw UsageError("no manifest is named: give files, a folder, or - for standard input");
    if (std::count(manifests.begin(), manifests.end(), "-") > 1)
        throw UsageError("standard input (-) can be read only once");
}

/// All lines means all: also those with nothing but findings of severity info.
Severity min_severity(const ScreenArguments& arguments) {
    const auto chosen = parse_severity(arguments.min_severity);
    if (arguments.all_lines && chosen && *chosen != Severity::info)
        throw UsageError(fmt::format("--all-lines reports every line and --min-severity {} leaves "
                                     "lines out: give one of the two",
                                     arguments.min_severity));
    return chosen.value_or(arguments.all_lines ? Severity::info : Severity::low);
}

ReportTarget near_miss_target(const ScreenArguments& arguments) {
    ReportTarget target = report_target("--near-misses", arguments.verdicts.near_misses,
                                        *parse_report_format(arguments.format));
    if (target.path.empty() || target.path == "-")
        throw UsageError("--near-misses needs a file of its own: they are never mixed with what is "
                         "flagged");
    return target;
}

/// The lines beyond the budget need a place, or they would be hidden.
ReportTarget review_rest(const ScreenArguments& arguments) {
    if (arguments.review_budget.has_value() == arguments.review_rest.empty())
        throw UsageError("--review-budget N and --review-rest FILE go together: the lines beyond "
                         "the budget are never left out");
    if (arguments.review_rest.empty())
        return {};
    ReportTarget target = report_target("--review-rest", arguments.review_rest,
                                        *parse_report_format(arguments.format));
    if (target.path.empty() || target.path == "-")
        throw UsageError("--review-rest needs a file of its own");
    return target;
}

unsigned default_jobs() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
}

void add_report_options(OptionSet& options, ScreenArguments& arguments) {
    options.begin_group("The report");
    options.add(choice("--format", arguments.format, report_format_names(),
                       "Format of a report whose file name does not tell"));
    options
        .add(report("--output", &arguments.outputs,
                    "Write the report to FILE, - for standard output (repeatable); the format "
                    "is the given one, else the suffix, else --format"))
        .manual("A .ndjson file counts as .jsonl. Without this option there is one report, on "
                "standard output. A file appears under its name only when it is whole. No file of "
                "a run may replace a manifest, lie in a folder that is screened, or have the name "
                "of another one.");
    options
        .add(choice("--min-severity", arguments.min_severity, severities,
                    "Show lines of this severity or more; low by default"))
        .manual("With --all-lines it is info. What is shown and what ends with status 1 are two "
                "things.");
    options.add(choice("--fail-on", arguments.fail_on, with_never(),
                       "End with status 1 from this severity on, or never"));
    options.add(flag("--all-lines", arguments.all_lines, "Report the lines that are clear, too"));
    options
        .add(number("--review-budget", arguments.review_budget, {1, 1'000'000}, "N",
                    "Put the N most telling lines into the report, the most telling first"))
        .manual(
            "The order is by score, then by how certain the goods are, what speaks for them and "
            "how much it is. The other lines go to --review-rest; nothing is left out.");
    options.add(report("--review-rest", &arguments.review_rest,
                       "The report of the lines beyond --review-budget"));
    options.add(file("--summary", &arguments.summary, "Write the summary of the run as JSON"));
    add_count_options(options, arguments.counts);
    options.add(file("--rejects", &arguments.rejects,
                     "Write every line that could not be screened, with place and reason, as CSV"));
    options
        .add(text("--max-rejects", &arguments.max_rejects, "N|P%",
                  "Rejected lines a trusted run may have, as number or share"))
        .manual(
            "A number such as 10, or a share such as 0.5%; with more the run ends with status 3.");
    options
        .add(choice("--unread", arguments.unread, {"note", "fail"},
                    "A file of a folder that is not named like a manifest: note it, or fail: "
                    "the run is incomplete"))
        .manual("It is named in the summary; with fail the run ends with status 3.");
    add_verdict_options(options, arguments.verdicts);
}

void add_run_options(OptionSet& options, ScreenArguments& arguments) {
    options.begin_group("The run");
    options
        .add(number("--jobs", arguments.jobs, {1, 64}, "N",
                    "Threads that screen; the processors' number by default"))
        .manual("From 1 to 64; by default 16 at most.");
    options.add(flag("--quiet", arguments.quiet,
                     "No notes, no progress; errors and doubts are still shown"));
    add_colour_option(options, arguments.colour);
    options.add(
        choice("--progress", arguments.progress, {"auto", "never"}, "Progress on a terminal"));
}

} // namespace

void add_screen_options(OptionSet& options, ScreenArguments& arguments) {
    options
        .add(file("manifest", &arguments.manifests,
                  "Manifests: files, folders, or - for standard input"))
        .with_rest()
        .value_name = "MANIFEST";
    add_report_options(options, arguments);
    add_selection_options(options, arguments.selection);
    add_watchlist_options(options, arguments.watchlists);
    add_clearance_options(options, arguments.line_clearance);
    add_input_options(options, arguments.input);
    add_run_options(options, arguments);
    add_config_option(options, arguments.config);
}

ScreenPlan resolve(const ScreenArguments& arguments) {
    check_manifests(arguments.manifests);
    ScreenPlan plan;
    plan.manifests = arguments.manifests;
    plan.read = resolve_read_options(arguments.input);
    plan.rule_folders = rule_folders(arguments.input);
    plan.selection = resolve_selection(arguments.selection);
    plan.watchlists = arguments.watchlists;
    check_clearance(arguments.line_clearance);
    plan.line_clearance = arguments.line_clearance;
    plan.reports = report_targets(arguments);
    plan.review_rest = review_rest(arguments);
    plan.review_budget = arguments.review_budget;
    plan.min_severity = min_severity(arguments);
    plan.fail_on = parse_severity(arguments.fail_on);
    plan.rejects = arguments.rejects;
    plan.reject_limit = reject_limit(arguments.max_rejects);
    plan.unread_fails = arguments.unread == "fail";
    plan.near_margin = near_margin(arguments.verdicts.near_margin);
    if (!arguments.verdicts.near_misses.empty())
        plan.near_misses = near_miss_target(arguments);
    plan.pack_age = pack_age_limit(arguments.verdicts.max_pack_age);
    plan.summary = arguments.summary;
    plan.counts = resolve_counts(arguments.counts);
    plan.jobs = arguments.jobs.value_or(default_jobs());
    plan.all_lines = arguments.all_lines;
    plan.quiet = arguments.quiet;
    plan.colour = resolve_colour(arguments.colour);
    plan.progress = arguments.progress == "auto" && !arguments.quiet && is_terminal(2);
    check_output_places(plan);
    return plan;
}

} // namespace preflag
