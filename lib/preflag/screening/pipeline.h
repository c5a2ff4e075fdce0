#pragma once

#include <preflag/manifest/manifest_reader.h>
#include <preflag/screening/screener.h>
#include <preflag/screening/summary.h>

#include <atomic>
#include <functional>
#include <vector>

namespace preflag {

/// What a run does with its results; called on the caller's thread, in input order.
struct ResultSink {
    std::function<void(ScreenedLine&&)> on_line; ///< flagged lines (clear ones too with keep_clear)
    std::function<void(RejectedLine&&)> on_reject;
    std::function<void(std::uint64_t lines, std::uint64_t bytes)> on_progress; ///< may be empty
};

struct PipelineOptions {
    unsigned jobs = 1;
    Severity min_severity = Severity::low; ///< below it a line is counted but not handed out
    bool keep_clear = false;
    const std::atomic<bool>* stop = nullptr; ///< set by a signal handler: end after the current batch
};

/// Screens one manifest. Results are the same bytes for every number of jobs. Exceptions of the
/// reader arrive here after the results that came before them. Memory is bounded by jobs x batch.
Summary screen_manifest(ManifestReader& reader, const Catalogue& catalogue, const RuleSet& rules,
                        const PipelineOptions& options, const ResultSink& sink);

} // namespace preflag
