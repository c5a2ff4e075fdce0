#include <preflag/base/text.h>
#include <preflag/report/metrics/prom_writer.h>
#include <preflag/report/report_json.h>
#include <preflag/run/exit_status.h>

#include <fmt/format.h>

#include <chrono>
#include <utility>
#include <vector>

namespace preflag {

namespace {

using Labels = std::vector<std::pair<std::string_view, std::string>>;

std::string label_value(std::string_view text) {
    std::string value;
    for (const char c : printable(text)) {
        if (c == '\\' || c == '"')
            value += '\\';
        value += c;
    }
    return value;
}

class PromWriter : public ReportWriter {
  public:
    PromWriter(const ReportStyle& style, std::ostream& stream) : day_(style.day), stream_(stream) {}

    void begin() override {}
    void write(const ScreenedLine&) override {}

    void finish(const RunReport& run) override {
        write_run(run);
        write_lines(run.counts);
        write_laws(run.counts);
        write_lists(run);
        write_packs(run);
        stream_.flush();
    }

  private:
    /// Once before the samples of a metric.
    void describe(std::string_view name, std::string_view help) {
        stream_ << "# HELP preflag_" << name << ' ' << help << "\n# TYPE preflag_" << name
                << " gauge\n";
    }

    template <typename Value>
    void sample(std::string_view name, const Labels& labels, Value value) {
        std::string text;
        for (const auto& [label, what] : labels)
            text += fmt::format("{}{}=\"{}\"", text.empty() ? "{" : ",", label, label_value(what));
        stream_ << fmt::format("preflag_{}{}{} {}\n", name, text, text.empty() ? "" : "}", value);
    }

    template <typename Value>
    void single(std::string_view name, std::string_view help, Value value) {
        describe(name, help);
        sample(name, {}, value);
    }

    void write_run(const RunReport& run) {
        describe("run_info", "The version of the program that ran.");
        sample("run_info", {{"version", run.version}}, 1);
        single("exit_status", "Exit status of the run.", run.exit_status);
        single("run_trusted", "Whether the run is complete and can be relied on.",
               run.warnings.empty() && run.exit_status < no_result ? 1 : 0);
        if (day_) {
            const auto midnight = std::chrono::duration_cast<std::chrono::seconds>(
                                      std::chrono::sys_days(*day_).time_since_epoch())
                                      .count();
            single("run_day_timestamp_seconds", "Midnight, UTC, of the day of the run.", midnight);
            if (run.warnings.empty() && run.exit_status < no_result)
                single("last_success_timestamp_seconds",
                       "The same; missing when the run is not to be trusted.", midnight);
        }
        if (const double seconds = told_seconds(run); seconds > 0)
            single("run_seconds", "What the run took.", seconds);
        single("warnings", "Reasons why the run is not to be trusted.", run.warnings.size());
        single("rules_unchecked", "Rules that an input has no column for.", run.unchecked.size());
        describe("canaries", "Lines that must be found in every run.");
        sample("canaries", {{"result", "passed"}}, run.canaries_passed);
        sample("canaries", {{"result", "missed"}}, run.canaries_total - run.canaries_passed);
        describe("rules", "Rules of the run.");
        sample("rules", {{"state", "active"}}, run.rules_active);
        sample("rules", {{"state", "off"}}, run.rules_found - run.rules_active);
    }

    void write_lines(const Summary& counts) {
        describe("lines", "Lines of the manifests by what became of them.");
        for (const auto& [result, lines] : std::vector<std::pair<std::string, std::uint64_t>>{
                 {"read", counts.lines_read},
                 {"screened", counts.lines_screened},
                 {"rejected", counts.lines_rejected},
                 {"identified", counts.lines_identified},
                 {"flagged", counts.lines_flagged},
                 {"cleared", counts.lines_cleared + counts.lines_suppressed},
                 {"not_assessable", counts.lines_not_assessable},
                 {"near_miss", counts.lines_near_miss}})
            sample("lines", {{"result", result}}, lines);
        describe("lines_by_severity", "Lines with open findings.");
        for (std::size_t i = 0; i < severity_count; ++i)
            sample("lines_by_severity",
                   {{"severity", std::string(name_of(static_cast<Severity>(i)))}},
                   counts.lines_by_severity[i]);
        describe("lines_by_outcome", "Lines with such a finding.");
        for (std::size_t i = 0; i < outcome_count; ++i)
            sample("lines_by_outcome", {{"outcome", std::string(name_of(static_cast<Outcome>(i)))}},
                   counts.lines_by_outcome[i]);
    }

    void write_laws(const Summary& counts) {
        if (counts.regimes.empty())
            return;
        describe("law_lines", "Lines by law.");
        for (const auto& [law, lines] : counts.regimes) {
            sample("law_lines", {{"law", law}, {"result", "listed"}}, lines.lines);
            sample("law_lines", {{"law", law}, {"result", "met"}}, lines.met);
            sample("law_lines", {{"law", law}, {"result", "not_assessable"}}, lines.not_assessable);
            sample("law_lines", {{"law", law}, {"result", "near_miss"}}, lines.near_misses);
        }
    }

    void write_lists(const RunReport& run) {
        if (run.watchlists.empty())
            return;
        describe("list_entries", "Entries of a watchlist.");
        for (const ListUse& list : run.watchlists)
            sample("list_entries", {{"list", list.id}}, list.entries);
        describe("list_rows_dropped", "Rows of a watchlist that could not be read.");
        for (const ListUse& list : run.watchlists)
            sample("list_rows_dropped", {{"list", list.id}}, list.rejected);
        if (!day_)
            return;
        describe("list_age_days", "Days since the date of a watchlist.");
        for (const ListUse& list : run.watchlists)
            if (list.date)
                sample("list_age_days", {{"list", list.id}},
                       (std::chrono::sys_days(*day_) - std::chrono::sys_days(*list.date)).count());
    }

    void write_packs(const RunReport& run) {
        if (run.packs.empty())
            return;
        describe("pack_rules", "Rules of a pack.");
        for (const PackUse& pack : run.packs)
            sample("pack_rules", {{"pack", pack.id}}, pack.rules);
        describe("pack_rules_unverified", "Rules not verified against their source.");
        for (const PackUse& pack : run.packs)
            sample("pack_rules_unverified", {{"pack", pack.id}}, pack.unverified);
    }

    std::optional<Date> day_;
    std::ostream& stream_;
};

} // namespace

std::unique_ptr<ReportWriter> make_prom_writer(const ReportStyle& style, std::ostream& stream) {
    return std::make_unique<PromWriter>(style, stream);
}

} // namespace preflag
