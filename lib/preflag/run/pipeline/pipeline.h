#pragma once

#include <preflag/clearance/line_clearance.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/run/pipeline/ordered_queue.h>
#include <preflag/run/result_sink.h>
#include <preflag/run/run_options.h>
#include <preflag/screening/line_tally.h>
#include <preflag/screening/screener.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace preflag {

/// Screens manifests, one after the other, with the same threads. A worker only screens; what
/// depends on the lines before (tally, licences, decisions), the line's weight and the counts are
/// made once, in input order, on the caller's thread. Results are the same, in the same order, for
/// every number of jobs. Memory is bounded by jobs, the reader's batches and lines_at_once.
class ScreeningPipeline {
  public:
    /// Lines of a batch that are screened as one piece of work. A batch of short lines holds tens
    /// of thousands, and what is found on a line takes many times its bytes.
    static constexpr std::size_t lines_at_once = 512;

    /// All of it must outlive the pipeline; the knowledge and the lists the lines that it hands
    /// out, too. Without lists no party is looked up, without a line_clearance nothing is cleared.
    ScreeningPipeline(const Knowledge& knowledge, const RunOptions& options,
                      const Watchlists* watchlists = nullptr,
                      LineClearance* line_clearance = nullptr);

    /// Adds to `total` what it hands to the sink, piece by piece. An exception of the reader
    /// arrives here after the results that came before it, which are counted.
    void screen(ManifestReader& reader, ResultSink& sink, Summary& total);

    /// Threads that screen: fewer than the jobs asked for where the system cannot make so many.
    [[nodiscard]] std::size_t threads() const { return pool_ ? pool_->size() : 1; }

    /// Groups of lines that were forgotten while counting over several lines.
    [[nodiscard]] std::size_t groups_forgotten() const { return tally_.forgotten(); }

    /// Names of parties that were looked up in the lists.
    [[nodiscard]] NameMemory::Distinct names_looked_up() const;

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
    void deliver(SliceResult result, ResultSink& sink, Summary& total);
    void finish_line(JudgedLine judged, ResultSink& sink, Summary& total);
    [[nodiscard]] bool is_shown(const ScreenedLine& line) const;
    [[nodiscard]] bool is_stopped() const { return options_.stop != nullptr && *options_.stop; }

    const RuleSet& rules_;
    const RunOptions& options_;
    LineClearance* line_clearance_;
    LineTally tally_;
    std::optional<ListedParties> parties_;
    std::vector<std::unique_ptr<Screener>> screeners_; ///< one per worker
    std::unique_ptr<WorkerPool> pool_;                 ///< none with a single thread
};

} // namespace preflag
