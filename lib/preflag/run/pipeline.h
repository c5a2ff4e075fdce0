#pragma once

#include <preflag/clearance/settlement.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/run/near_miss.h>
#include <preflag/run/summary.h>
#include <preflag/run/worker_pool.h>
#include <preflag/screening/line_tally.h>
#include <preflag/screening/screener.h>

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace preflag {

/// What a run does with its results; called on the caller's thread, in input order.
struct ResultSink {
    /// Lines with open findings at or above the least severity; the clear ones too with keep_clear,
    /// those that were cleared with keep_suppressed.
    std::function<void(ScreenedLine&&)> on_line;
    std::function<void(RejectedLine&&)> on_reject;
    /// After each batch; `bytes` is what the reader has consumed of its input. May be empty.
    std::function<void(std::uint64_t lines, std::uint64_t bytes)> on_progress;
    /// Lines that nearly meet a limit, with nothing but that; with keep_near_misses. May be empty.
    std::function<void(ScreenedLine&&)> on_near_miss{};
};

struct PipelineOptions {
    /// Threads that screen, at least 1. With 1 everything runs on the caller's thread.
    unsigned jobs = 1;
    /// A line below it is counted but not handed out.
    Severity min_severity = Severity::low;
    bool keep_clear = false;
    bool keep_near_misses = false;
    NearMargin near_margin{};
    /// Set by a signal handler: no further batch is read.
    const std::atomic<bool>* stop = nullptr;
    /// Lists to look the parties up in; must outlive the pipeline.
    const Watchlists* watchlists = nullptr;
    /// Applied to each line that has findings, in input order; must outlive the pipeline.
    Settlement* settlement = nullptr;
    /// Hands out the lines on which all findings are cleared, too.
    bool keep_suppressed = false;
};

/// Screens manifests, one after the other, with the same threads. Results are the same, in the same
/// order, for every number of jobs. Memory is bounded by jobs times the reader's batch size.
class ScreeningPipeline {
  public:
    /// The references must outlive the pipeline.
    ScreeningPipeline(const Knowledge& knowledge, PipelineOptions options);

    /// Adds to `total` what it hands to the sink, batch by batch. An exception of the reader
    /// arrives here after the results that came before it, which are counted.
    void screen(ManifestReader& reader, const ResultSink& sink, Summary& total);

    /// Threads that screen: fewer than the jobs asked for where the system cannot make so many.
    [[nodiscard]] std::size_t threads() const { return pool_ ? pool_->size() : 1; }

    /// Groups of lines that were forgotten while counting over several lines.
    [[nodiscard]] std::size_t groups_forgotten() const { return tally_.forgotten(); }

    /// Distinct names of parties that were looked up in the lists.
    [[nodiscard]] std::size_t names_looked_up() const { return names_.size(); }

  private:
    struct BatchResult {
        std::vector<ScreenedLine> lines;
        std::vector<RejectedLine> rejects;
        std::vector<ScreenedLine> near_misses;
        Summary counts;
    };

    BatchResult screen_batch(const LineBatch& batch, Screener& screener) const;
    std::future<BatchResult> start(LineBatch batch);
    void count(const ScreenedLine& line, Summary& counts) const;
    [[nodiscard]] bool waits(const ScreenedLine& line) const;
    void complete(BatchResult& result);
    [[nodiscard]] bool is_shown(const ScreenedLine& line) const;
    [[nodiscard]] bool is_stopped() const { return options_.stop != nullptr && *options_.stop; }

    PipelineOptions options_;
    LineTally tally_;
    NameMemory names_;
    std::vector<std::unique_ptr<Screener>> screeners_; ///< one per worker
    std::unique_ptr<WorkerPool> pool_;                 ///< none with a single thread
};

} // namespace preflag
