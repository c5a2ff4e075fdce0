#include "screen_run.h"

#include "interruption.h"
#include "progress_bar.h"
#include "run_outputs.h"
#include "standard_streams.h"
#include "terminal.h"
#include "version.h"

#include <preflag/base/error.h>
#include <preflag/base/file/kept_until_exit.h>
#include <preflag/base/text.h>
#include <preflag/report/counts/counts_writer.h>
#include <preflag/report/html/contacts.h>
#include <preflag/report/summary_writer.h>
#include <preflag/run/exit_status.h>
#include <preflag/run/run.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t most_groups_told = 25; ///< of --by behind the summary

/// Writes what a run finds, and tells on standard error how it gets on.
class ScreenSink final : public ResultSink {
  public:
    /// Opens every output.
    ScreenSink(const ScreenPlan& plan, const ReportStyle& style)
        : plan_(plan), outputs_(plan, style), progress_(plan.progress) {}

    void begin_input(const ManifestDescription& input, std::uint64_t bytes) override {
        if (!plan_.quiet) {
            tell(to_string(input));
            for (const std::string& note : input.notes)
                tell(fmt::format("{}: note: {}", input.file, note));
        }
        progress_.start_file(input.file, bytes);
    }

    void matched(ScreenedLine line) override { outputs_.write(std::move(line)); }
    void nearly_matched(ScreenedLine line) override { outputs_.write_near_miss(line); }
    void rejected(RejectedLine line) override { outputs_.write_reject(line); }

    void progressed(std::uint64_t lines, std::uint64_t bytes) override {
        progress_.update(lines, bytes);
    }

    void end_input(const std::vector<Diagnostic>& notes) override {
        progress_.clear();
        for (const Diagnostic& note : notes)
            if (!plan_.quiet || note.level == DiagnosticLevel::error)
                tell(to_string(note));
    }

    void fail_input(const Error& error) override {
        progress_.clear();
        tell(fmt::format("preflag: {}", error.what()));
    }

    void finish(const RunReport& run) override {
        outputs_.commit(run);
        if (plan_.quiet && run.exit_status < no_result)
            return;
        std::ostringstream text;
        ReportStyle style{terminal_width(STDERR_FILENO), use_colour(STDERR_FILENO, plan_.colour)};
        style.wraps = known_width(STDERR_FILENO).has_value();
        write_summary_text(run, style, text);
        if (outputs_.counts())
            write_first_counts(*outputs_.counts(), most_groups_told, style.width, text);
        if (plan_.review_budget)
            text << fmt::format("review budget {}: the other {} {} in {}\n", *plan_.review_budget,
                                counted(outputs_.rest_lines(), "line"),
                                outputs_.rest_lines() == 1 ? "is" : "are", plan_.review_rest.path);
        write_to_standard_error(text.str());
    }

  private:
    const ScreenPlan& plan_;
    RunOutputs outputs_;
    ProgressBar progress_;
};

bool writes(const ScreenPlan& plan, ReportFormat format) {
    const auto is_it = [format](const ReportTarget& target) { return target.format == format; };
    return std::any_of(plan.reports.begin(), plan.reports.end(), is_it) ||
           is_it(plan.review_rest) || is_it(plan.near_misses);
}

/// Only reports for people name contact points and deadlines.
bool needs_contacts(const ScreenPlan& plan) {
    return writes(plan, ReportFormat::html) || writes(plan, ReportFormat::xlsx);
}

RunOptions options_of(const ScreenPlan& plan, Date day) {
    RunOptions options;
    options.manifests = plan.manifests;
    options.read = plan.read;
    options.day = day;
    options.jobs = plan.jobs;
    options.min_severity = plan.min_severity;
    options.fail_on = plan.fail_on;
    options.keep_clear = plan.all_lines;
    options.keep_cleared = plan.line_clearance.show_suppressed;
    options.keep_near_misses = !plan.near_misses.path.empty() || writes(plan, ReportFormat::xlsx);
    options.near_margin = plan.near_margin;
    options.reject_limit = plan.reject_limit;
    options.pack_age = plan.pack_age;
    options.list_age = plan.watchlists.max_age;
    options.rejects = plan.rejects;
    options.unread_fails = plan.unread_fails;
    options.version = PREFLAG_VERSION;
    return options;
}

} // namespace

int run_screen(const ScreenPlan& plan) {
    const Date day = today();
    RunOptions options = options_of(plan, day);
    options.stop = &catch_signals();
    RuleSelection selection = plan.selection;
    selection.day = day;
    const Knowledge& knowledge = kept_until_exit(load_knowledge(plan.rule_folders, selection));
    for (const std::string& note : knowledge.notes)
        tell("note: " + note);
    const auto watchlists = load_watchlists(plan.watchlists, knowledge);
    RunSettlement line_clearance(clearance_files(plan.line_clearance, day, selection.as_of),
                                 knowledge);
    if (line_clearance.torn_line())
        tell(to_string(*line_clearance.torn_line()));
    const Contacts contacts = needs_contacts(plan) ? read_contacts(plan.rule_folders) : Contacts();
    ReportStyle style;
    style.shows_clearances = line_clearance.get() != nullptr;
    style.contacts = &contacts;
    style.day = day;
    style.rest = plan.review_rest.path;
    ScreenSink sink(plan, style);
    if (watchlists)
        for (const Watchlists::List& list : watchlists->lists())
            tell_diagnostics(list.use);
    Run run({knowledge, watchlists ? &*watchlists : nullptr, line_clearance.get()},
            std::move(options));
    if (run.threads() < plan.jobs && !plan.quiet)
        tell(fmt::format("only {} of {} threads could be made; the run takes longer", run.threads(),
                         plan.jobs));
    const RunReport report = run.screen(sink);
    throw_if_interrupted();
    return report.exit_status;
}

} // namespace preflag
