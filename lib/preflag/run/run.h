#pragma once

#include <preflag/clearance/line_clearance.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/run/exit_status.h>
#include <preflag/run/pipeline/pipeline.h>
#include <preflag/run/unchecked.h>

#include <string>
#include <vector>

namespace preflag {

/// What a run screens by. All of it must outlive the run, and the lines that it hands out.
struct RunMeans {
    const Knowledge& knowledge;
    const Watchlists* watchlists = nullptr;  ///< none: no party is looked up
    LineClearance* line_clearance = nullptr; ///< none: nothing is cleared
};

/// Manifests in, a report out: everything between an option and an exit status, without a terminal.
/// Runs once.
class Run {
  public:
    Run(RunMeans means, RunOptions options);

    /// Screens every manifest, hands the results to the sink, and tells what was done. An input
    /// that cannot be read is told to the sink, and the others go on. The status is `no_result`
    /// when nothing could be read.
    RunReport screen(ResultSink& sink);

    /// Threads that screen: fewer than the jobs asked for where the system cannot make so many.
    [[nodiscard]] std::size_t threads() const { return pipeline_.threads(); }

  private:
    void describe_knowledge();
    void describe_watchlists();
    void check_canaries();
    std::vector<std::string> expand(ResultSink& sink);
    void screen_path(const std::string& path, ResultSink& sink);
    void screen_input(ManifestReader& reader, const std::string& path, ResultSink& sink);
    void fail_input(const Error& error, ResultSink& sink);
    void warn(Warning::About about, std::string sentence);
    void collect_warnings();
    void complete();
    [[nodiscard]] bool is_stopped() const { return options_.stop != nullptr && *options_.stop; }
    [[nodiscard]] ExitStatus exit_status() const;

    RunMeans means_;
    RunOptions options_;
    ScreeningPipeline pipeline_;
    Unchecked unchecked_;
    RunReport report_;
};

} // namespace preflag
