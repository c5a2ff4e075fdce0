#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/error.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/run/summary.h>
#include <preflag/screening/screened_line.h>

#include <cstdint>
#include <vector>

namespace preflag {

/// What becomes of the results of a run: written by the command line, gathered by tests and other
/// programs. Everything is called on the thread that runs, one after the other:
///
///     for each input: begin_input, then its lines and rejects in input order, then end_input;
///                     or fail_input, also half-way
///     at the end:     finish, once; not at all when the run was stopped or read nothing
///
/// What it throws ends the run and arrives at the caller of Run::screen.
class ResultSink {
  public:
    virtual ~ResultSink() = default;

    /// `bytes` is the size of the file; 0 when it is not known.
    virtual void begin_input(const ManifestDescription& /*input*/, std::uint64_t /*bytes*/) {}
    /// Lines with open findings at or above the least severity; with keep_clear the clear ones,
    /// with keep_cleared those that were cleared.
    virtual void matched(ScreenedLine line) = 0;
    /// Lines that nearly meet a limit, with nothing but that; with keep_near_misses.
    // Whoever overrides these may keep the line.
    // NOLINTBEGIN(performance-unnecessary-value-param)
    virtual void nearly_matched(ScreenedLine /*line*/) {}
    virtual void rejected(RejectedLine /*line*/) {}
    // NOLINTEND(performance-unnecessary-value-param)
    /// Often: `lines` of all inputs so far, `bytes` of the present one.
    virtual void progressed(std::uint64_t /*lines*/, std::uint64_t /*bytes*/) {}
    /// The notes and warnings on an input that was read to its end.
    virtual void end_input(const std::vector<Diagnostic>& /*notes*/) {}
    /// An input that could not be read, or not to its end. The run goes on and is incomplete.
    virtual void fail_input(const Error& /*error*/) {}
    virtual void finish(const RunReport& /*run*/) {}

  protected:
    ResultSink() = default;
    ResultSink(const ResultSink&) = default;
    ResultSink& operator=(const ResultSink&) = default;
};

} // namespace preflag
