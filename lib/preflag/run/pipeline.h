#pragma once

#include <preflag/clearance/settlement.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/run/near_miss.h>
#include <preflag/run/ordered_queue.h>
#include <preflag/run/summary.h>
#include <preflag/screening/line_tally.h>
#include <preflag/screening/screener.h>

#include <atomic>
#include <cstdint>
#include <functional>
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
    /// After each slice of lines; `bytes` is what the reader has consumed of its input. May be
    /// empty.
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

/// Screens manifests, one after the other, with the same threads. A worker only screens; what
/// depends on the lines before (tally, licences, decisions), the line's weight and the counts are
/// made once, in input order, on the caller's thread. Results are the same, in the same order, for
/// every number of jobs. Memory is bounded by jobs, the reader's batches and lines_at_once.
class ScreeningPipeline {
  public:
    /// Lines of a batch that are screened as one piece of work. A batch of short lines holds tens
    /// of thousands, and what is found on a line takes many times its bytes.
    static constexpr std::size_t lines_at_once = 512;

    /// The references must outlive the pipeline, and so must the lines it hands out.
    ScreeningPipeline(const Knowledge& knowledge, PipelineOptions options);

    /// Adds to `total` what it hands to the sink, piece by piece. An exception of the reader
    /// arrives here after the results that came before it, which are counted.
    void screen(ManifestReader& reader, const ResultSink& sink, Summary& total);

    /// Threads that screen: fewer than the jobs asked for where the system cannot make so many.
    [[nodiscard]] std::size_t threads() const { return pool_ ? pool_->size() : 1; }

    /// Groups of lines that were forgotten while counting over several lines.
    [[nodiscard]] std::size_t groups_forgotten() const { return tally_.forgotten(); }

    /// Distinct names of parties that were looked up in the lists.
    [[nodiscard]] std::size_t names_looked_up() const;

  private:
    /// What a worker makes of some lines of a batch.
    struct SliceResult {
        std::uint64_t screened = 0;
        std::vector<JudgedLine> lines;
        std::vector<RejectedLine> rejects;
    };

    SliceResult screen_slice(const LineBatch& batch, std::size_t first, Screener& screener) const;
    void push_slices(LineBatch batch, OrderedQueue<SliceResult>& under_way,
                     const std::function<void()>& make_room);
    void deliver(SliceResult result, const ResultSink& sink, Summary& total);
    void finish_line(JudgedLine judged, const ResultSink& sink, Summary& total);
    [[nodiscard]] bool is_shown(const ScreenedLine& line) const;
    [[nodiscard]] bool is_stopped() const { return options_.stop != nullptr && *options_.stop; }

    const RuleSet& rules_;
    PipelineOptions options_;
    LineTally tally_;
    std::optional<ListedParties> parties_;
    std::vector<std::unique_ptr<Screener>> screeners_; ///< one per worker
    std::unique_ptr<WorkerPool> pool_;                 ///< none with a single thread
};

} // namespace preflag
