#include "screen_run.h"

#include "exit_status.h"
#include "interruption.h"
#include "knowledge.h"
#include "progress_bar.h"
#include "run_outputs.h"
#include "standard_streams.h"
#include "terminal.h"
#include "unchecked.h"
#include "version.h"

#include <preflag/base/background.h>
#include <preflag/base/error.h>
#include <preflag/manifest/header/field_aliases.h>
#include <preflag/report/summary_writer.h>
#include <preflag/run/canaries.h>
#include <preflag/run/passed_over.h>
#include <preflag/run/pipeline.h>

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <iterator>
#include <sstream>

namespace preflag {

namespace {

/// One run of `preflag screen`: what it has loaded, opened and counted so far.
class ScreenRun {
  public:
    explicit ScreenRun(const ScreenPlan& plan)
        : plan_(plan), stop_(catch_signals()),
          loading_aliases_(in_background([&] { return FieldAliases::load(plan.rule_folders); })),
          knowledge_(load_knowledge(plan.rule_folders, plan.selection)),
          aliases_(loading_aliases_.get()),
          watchlists_(load_watchlists(plan.watchlists, plan.rule_folders)),
          settlement_(plan.settlement, knowledge_, plan.rule_folders, plan.selection.as_of),
          outputs_(plan, settlement_.get() != nullptr), progress_(plan.progress),
          pipeline_(knowledge_,
                    {plan.jobs, plan.min_severity, plan.all_lines, !plan.near_misses.path.empty(),
                     plan.near_margin, &stop_, watchlists_ ? &*watchlists_ : nullptr,
                     settlement_.get(), plan.settlement.show_suppressed}) {
        sink_ = {
            [this](ScreenedLine&& line) { outputs_.write(line); },
            [this](RejectedLine&& reject) { outputs_.write_reject(reject); },
            [this](std::uint64_t lines, std::uint64_t bytes) { progress_.update(lines, bytes); },
            [this](ScreenedLine&& line) { outputs_.write_near_miss(line); }};
    }

    int run() {
        tell_threads();
        describe_packs();
        describe_watchlists();
        check_canaries();
        for (const std::string& path : manifests())
            screen_path(path);
        throw_if_interrupted();
        if (run_.inputs.empty() && run_.counts.lines_read == 0)
            return no_result;
        return finish();
    }

  private:
    void tell_threads() const;
    void describe_packs();
    void describe_watchlists();
    void check_canaries();
    std::vector<std::string> manifests();
    void screen_path(const std::string& path);
    void screen_manifest(ManifestReader& reader, const std::string& path);
    void fail_input(const Error& error);
    void tell(const ManifestDescription& description);
    void tell(const std::vector<Diagnostic>& diagnostics);
    int finish();
    void tell_summary() const;
    [[nodiscard]] int exit_status() const;
    void collect_doubts();

    const ScreenPlan& plan_;
    const std::atomic<bool>& stop_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::future<FieldAliases> loading_aliases_; ///< beside the knowledge
    Knowledge knowledge_;
    FieldAliases aliases_;
    std::optional<Watchlists> watchlists_;
    RunSettlement settlement_;
    RunOutputs outputs_;
    ProgressBar progress_;
    ScreeningPipeline pipeline_;
    ResultSink sink_;
    RunReport run_;
    Unchecked unchecked_;
};

void ScreenRun::tell_threads() const {
    if (pipeline_.threads() < plan_.jobs && !plan_.quiet)
        preflag::tell(fmt::format("only {} of {} threads could be made; the run takes longer",
                                  pipeline_.threads(), plan_.jobs));
}

void ScreenRun::describe_packs() {
    run_.version = PREFLAG_VERSION;
    run_.min_severity = plan_.min_severity;
    run_.fail_on = plan_.fail_on;
    for (const RulePack& pack : knowledge_.rules.packs()) {
        PackUse use{pack.id, pack.title, pack.edition, pack.digest, 0, 0};
        for (const Rule& rule : pack.rules) {
            if (!rule.disabled_because.empty())
                continue;
            ++use.rules;
            use.unverified += rule.verified ? 0 : 1;
        }
        run_.packs.push_back(std::move(use));
        for (const PackChange& change : pack.changes)
            run_.collisions.push_back(to_string(change, pack));
    }
    run_.substances = knowledge_.catalogue.substances().size();
    run_.names = knowledge_.catalogue.name_count();
    run_.rules_active = knowledge_.rules.active_rule_count();
    run_.rules_found = knowledge_.rules.rule_count();
}

void ScreenRun::describe_watchlists() {
    if (!watchlists_)
        return;
    for (const Watchlists::List& list : watchlists_->lists()) {
        tell_diagnostics(list.use);
        for (std::string& doubt : list_doubts(list.use, plan_.watchlists.max_age))
            run_.doubts.push_back(std::move(doubt));
        run_.watchlists.push_back(list.use);
    }
    for (std::string& missed : missed_list_canaries(*watchlists_))
        run_.doubts.push_back(std::move(missed));
}

void ScreenRun::check_canaries() {
    CaseResults canaries = run_canaries(knowledge_);
    run_.canaries_passed = canaries.passed;
    run_.canaries_total = canaries.total;
    run_.canaries_missed = std::move(canaries.failures);
}

std::vector<std::string> ScreenRun::manifests() {
    std::vector<std::string> paths;
    for (const std::string& word : plan_.manifests) {
        try {
            ExpandedPath expanded = expand_path(word);
            std::move(expanded.manifests.begin(), expanded.manifests.end(),
                      std::back_inserter(paths));
            unchecked_.note_passed_over(word, expanded.passed_over);
            unchecked_.note_links(word, expanded.links_not_followed);
            for (const std::string& fault : expanded.faults)
                fail_input(InputError(fault));
        } catch (const InputError& error) {
            fail_input(error);
        }
    }
    return paths;
}

void ScreenRun::screen_path(const std::string& path) {
    if (stop_)
        return;
    std::vector<std::unique_ptr<ManifestReader>> readers;
    std::vector<std::string> faults;
    try {
        readers = open_manifest(path, aliases_, plan_.read, &faults);
    } catch (const InputError& error) {
        fail_input(error);
    }
    for (const std::string& fault : faults)
        fail_input(InputError(fault));
    for (const auto& reader : readers) {
        try {
            screen_manifest(*reader, path);
        } catch (const InputError& error) {
            fail_input(error);
        }
    }
}

void ScreenRun::screen_manifest(ManifestReader& reader, const std::string& path) {
    const ManifestDescription& description = reader.description();
    tell(description);
    unchecked_.note_columns(knowledge_.rules, description);
    unchecked_.note_lines_above(description);
    for (std::string& doubt : doubts_about_passed_over(description, knowledge_))
        run_.doubts.push_back(std::move(doubt));
    std::error_code error;
    const auto size = path == "-" ? 0 : std::filesystem::file_size(path, error);
    progress_.start_file(description.file, error ? 0 : size);
    const std::uint64_t lines_before = run_.counts.lines_read;
    pipeline_.screen(reader, sink_, run_.counts);
    progress_.clear();
    tell(reader.diagnostics());
    run_.bytes += reader.bytes_read();
    run_.inputs.push_back({description.file, description.format, description.compression,
                           description.encoding, reader.digest(), reader.bytes_read(),
                           run_.counts.lines_read - lines_before});
}

void ScreenRun::fail_input(const Error& error) {
    progress_.clear();
    throw_if_interrupted();
    preflag::tell(fmt::format("preflag: {}", error.what()));
    run_.doubts.push_back(fmt::format("an input could not be read: {}", error.what()));
}

void ScreenRun::tell(const ManifestDescription& description) {
    if (!plan_.quiet)
        preflag::tell(to_string(description));
}

void ScreenRun::tell(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics)
        if (!plan_.quiet || diagnostic.level == DiagnosticLevel::error)
            preflag::tell(to_string(diagnostic));
}

void ScreenRun::collect_doubts() {
    const Summary& counts = run_.counts;
    if (!plan_.reject_limit.allows(counts.lines_rejected, counts.lines_read))
        run_.doubts.push_back(fmt::format(
            "{} of {} lines could not be screened{}", counts.lines_rejected, counts.lines_read,
            plan_.rejects.empty() ? "; --rejects FILE lists them with the reasons"
                                  : "; they are listed in " + plan_.rejects));
    for (std::string& overdue : overdue_packs(knowledge_.rules.packs(), today(), plan_.pack_age))
        run_.doubts.push_back(std::move(overdue));
    for (const std::string& missed : run_.canaries_missed)
        run_.doubts.push_back("canary missed: " + missed);
}

int ScreenRun::exit_status() const {
    if (!run_.doubts.empty())
        return not_trusted;
    if (!plan_.fail_on)
        return clean;
    std::uint64_t lines = 0;
    for (auto i = static_cast<std::size_t>(*plan_.fail_on); i < severity_count; ++i)
        lines += run_.counts.lines_by_severity[i];
    return lines > 0 ? flagged : clean;
}

int ScreenRun::finish() {
    collect_doubts();
    unchecked_.note_forgotten(pipeline_.groups_forgotten());
    run_.unchecked = unchecked_.sentences();
    run_.licences = settlement_.licences();
    run_.decisions = settlement_.decisions();
    run_.names_looked_up = pipeline_.names_looked_up();
    run_.exit_status = exit_status();
    run_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    outputs_.commit(run_);
    if (!plan_.quiet || run_.exit_status >= no_result)
        tell_summary();
    return run_.exit_status;
}

void ScreenRun::tell_summary() const {
    std::ostringstream text;
    write_summary_text(
        run_, {terminal_width(STDERR_FILENO), use_colour(STDERR_FILENO, plan_.colour)}, text);
    write_to_standard_error(text.str());
}

} // namespace

int run_screen(const ScreenPlan& plan) {
    return ScreenRun(plan).run();
}

} // namespace preflag
