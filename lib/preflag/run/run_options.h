#pragma once

#include <preflag/base/date.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/rules/packs/pack_age.h>
#include <preflag/rules/verdict.h>
#include <preflag/run/near_miss.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// How many rejected lines a run may have and still be trusted.
struct RejectLimit {
    std::uint64_t lines = 0;
    std::optional<double> percent; ///< of the lines read; stands in for `lines`

    [[nodiscard]] bool allows(std::uint64_t rejected, std::uint64_t read) const;
};

/// What a run is asked to do.
struct RunOptions {
    std::vector<std::string> manifests; ///< files, folders, "-" for standard input
    ReadOptions read;
    /// The day of the run: ages of packs and lists count up to it. The only one, so that a run over
    /// midnight has one day, and a test can choose it.
    Date day{};
    /// Threads that screen, at least 1. With 1 everything runs on the caller's thread.
    unsigned jobs = 1;
    /// A line below it is counted but not handed out.
    Severity min_severity = Severity::low;
    /// Lines of this severity or more make the exit status `flagged`; none: never.
    std::optional<Severity> fail_on = Severity::low;
    bool keep_clear = false; ///< hands out the lines on which nothing was found, too
    /// Hands out the lines on which licences and decisions cleared everything, too.
    bool keep_cleared = false;
    bool keep_near_misses = false;
    NearMargin near_margin{};
    RejectLimit reject_limit{};
    PackAgeLimit pack_age{};
    std::optional<unsigned> list_age; ///< days that a watchlist may be old; none: any number
    /// Where the sink lists the rejected lines, to be told to people; empty: nowhere.
    std::string rejects;
    /// A file of a folder that is not read makes the run incomplete.
    bool unread_fails = false;
    std::string version; ///< of the program, for the report
    /// When the run began; its seconds count from here, so that they can include the loading.
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    /// Set by a signal handler: no further line is read, and the run ends without a result.
    const std::atomic<bool>* stop = nullptr;
};

} // namespace preflag
