#include "screen_options.h"

#include "options/amount.h"
#include "options/config_file.h"
#include "options/output_places.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

/// A table under such a name would be taken for something else.
bool is_other_format(const std::string& suffix) {
    constexpr std::array others{".xlsx", ".xls", ".ods",  ".html",    ".htm", ".sarif", ".xml",
                                ".pdf",  ".tsv", ".yaml", ".parquet", ".gz",  ".zip",   ".zst"};
    return std::find(others.begin(), others.end(), suffix) != others.end();
}

/// Whether the text before a colon is meant to be a format, not the beginning of a file's name.
bool looks_like_format(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

[[noreturn]] void throw_no_format(const std::string& option, const std::string& word,
                                  const std::string& name) {
    const std::vector<std::string> formats{"table", "csv", "json", "jsonl"};
    const auto near = nearest(name, formats);
    throw UsageError(
        fmt::format("{3} {0}: there is no report format \"{1}\"; {2} (./{0} is a file of "
                    "this name)",
                    word, name,
                    near ? fmt::format("did you mean {}?", *near)
                         : fmt::format("there are {}", fmt::join(formats, ", ")),
                    option));
}

ReportTarget report_target(const std::string& option, const std::string& word,
                           ReportFormat fallback) {
    const auto colon = word.find(':');
    if (colon != std::string::npos) {
        const std::string name = word.substr(0, colon);
        if (const auto format = parse_report_format(name))
            return {*format, word.substr(colon + 1)};
        if (looks_like_format(name))
            throw_no_format(option, word, name);
    }
    std::string suffix = ascii_lower(std::filesystem::path(word).extension().string());
    if (suffix == ".ndjson")
        suffix = ".jsonl";
    if (is_other_format(suffix))
        throw UsageError(fmt::format("{2} {0}: there is no report in the format {1}; the "
                                     "formats are table, csv, json and jsonl (csv:{0} writes CSV "
                                     "under this name)",
                                     word, suffix, option));
    const auto format = suffix.empty() ? std::nullopt : parse_report_format(suffix.substr(1));
    return {format.value_or(fallback), word};
}

std::vector<ReportTarget> report_targets(const ScreenWords& words) {
    const ReportFormat format = *parse_report_format(words.format);
    std::vector<ReportTarget> targets;
    std::set<std::string> paths;
    for (const std::string& word : words.outputs) {
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
    const auto amount = parse_amount(word);
    if (!amount || (amount->is_percent ? amount->value > 100
                                       : !amount->is_whole() || amount->value > most_lines))
        throw UsageError(
            fmt::format("--max-rejects {}: give a number of lines such as 10, or a share "
                        "such as 0.5%",
                        word));
    if (amount->is_percent)
        return {0, amount->value};
    return {static_cast<std::uint64_t>(amount->value), std::nullopt};
}

void check_manifests(const std::vector<std::string>& manifests) {
    if (manifests.empty())
        throw UsageError("no manifest is named: give files, a folder, or - for standard input");
    if (std::count(manifests.begin(), manifests.end(), "-") > 1)
        throw UsageError("standard input (-) can be read only once");
}

/// All lines means all: also those with nothing but findings of severity info.
Severity min_severity(const ScreenWords& words) {
    const auto chosen = parse_severity(words.min_severity);
    if (words.all_lines && chosen && *chosen != Severity::info)
        throw UsageError(fmt::format("--all-lines reports every line and --min-severity {} leaves "
                                     "lines out: give one of the two",
                                     words.min_severity));
    return chosen.value_or(words.all_lines ? Severity::info : Severity::low);
}

ReportTarget near_miss_target(const ScreenWords& words) {
    const ReportTarget target = report_target("--near-misses", words.verdicts.near_misses,
                                              *parse_report_format(words.format));
    if (target.path.empty() || target.path == "-")
        throw UsageError("--near-misses needs a file of its own: they are never mixed with what is "
                         "flagged");
    return target;
}

unsigned default_jobs() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
}

void add_report_options(OptionSet& options, ScreenWords& words) {
    options.begin_group("The report");
    options.add(choice("--format", words.format, {"table", "csv", "json", "jsonl"},
                       "Format of a report whose file name does not tell"));
    options
        .add(report("--output", &words.outputs,
                    "Write the report to FILE, - for standard output (repeatable); the format "
                    "is the given one, else the suffix, else --format"))
        .manual("A .ndjson file counts as .jsonl. Without this option there is one report, on "
                "standard output. A file appears under its name only when it is whole. No file of "
                "a run may replace a manifest, lie in a folder that is screened, or have the name "
                "of another one.");
    options
        .add(choice("--min-severity", words.min_severity, severities,
                    "Show lines of this severity or more; low by default"))
        .manual("With --all-lines it is info. What is shown and what ends with status 1 are two "
                "things.");
    options.add(choice("--fail-on", words.fail_on, with_never(),
                       "End with status 1 from this severity on, or never"));
    options.add(flag("--all-lines", words.all_lines, "Report the lines that are clear, too"));
    options.add(file("--summary", &words.summary, "Write the summary of the run as JSON"));
    options.add(file("--rejects", &words.rejects,
                     "Write every line that could not be screened, with place and reason, as CSV"));
    options
        .add(text("--max-rejects", &words.max_rejects, "N|P%",
                  "Rejected lines a trusted run may have, as number or share"))
        .manual(
            "A number such as 10, or a share such as 0.5%; with more the run ends with status 3.");
    options
        .add(choice("--unread", words.unread, {"note", "fail"},
                    "A file of a folder that is not named like a manifest: note it, or fail: "
                    "the run is incomplete"))
        .manual("It is named in the summary; with fail the run ends with status 3.");
    add_verdict_options(options, words.verdicts);
}

void add_run_options(OptionSet& options, ScreenWords& words) {
    options.begin_group("The run");
    options
        .add(number("--jobs", words.jobs, {1, 64}, "N",
                    "Threads that screen; the processors' number by default"))
        .manual("From 1 to 64; by default 16 at most.");
    options.add(
        flag("--quiet", words.quiet, "No notes, no progress; errors and doubts are still shown"));
    add_colour_option(options, words.colour);
    options.add(choice("--progress", words.progress, {"auto", "never"}, "Progress on a terminal"));
}

} // namespace

void add_screen_options(OptionSet& options, ScreenWords& words) {
    options
        .add(file("manifest", &words.manifests,
                  "Manifests: files, folders, or - for standard input"))
        .with_rest()
        .value_name = "MANIFEST";
    add_report_options(options, words);
    add_selection_options(options, words.selection);
    add_watchlist_options(options, words.watchlists);
    add_settlement_options(options, words.settlement);
    add_input_options(options, words.input);
    add_run_options(options, words);
    add_config_option(options, words.config);
}

ScreenPlan resolve(const ScreenWords& words) {
    check_manifests(words.manifests);
    ScreenPlan plan;
    plan.manifests = words.manifests;
    plan.read = resolve_read_options(words.input);
    plan.rule_folders = rule_folders(words.input);
    plan.selection = resolve_selection(words.selection);
    plan.watchlists = words.watchlists;
    check_settlement(words.settlement);
    plan.settlement = words.settlement;
    plan.reports = report_targets(words);
    plan.min_severity = min_severity(words);
    plan.fail_on = parse_severity(words.fail_on);
    plan.rejects = words.rejects;
    plan.reject_limit = reject_limit(words.max_rejects);
    plan.unread_fails = words.unread == "fail";
    plan.near_margin = near_margin(words.verdicts.near_margin);
    if (!words.verdicts.near_misses.empty())
        plan.near_misses = near_miss_target(words);
    plan.pack_age = pack_age_limit(words.verdicts.max_pack_age);
    plan.summary = words.summary;
    plan.jobs = words.jobs.value_or(default_jobs());
    plan.all_lines = words.all_lines;
    plan.quiet = words.quiet;
    plan.colour = resolve_colour(words.colour);
    plan.progress = words.progress == "auto" && !words.quiet && is_terminal(2);
    check_output_places(plan);
    return plan;
}

} // namespace preflag
