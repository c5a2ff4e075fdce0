#pragma once

namespace preflag {

/// How a run ended, as the exit status of every command. Larger outranks smaller, but `no_result`
/// outranks all.
enum ExitStatus : int {
    clean = 0,       ///< complete, nothing at or above the severity that fails
    flagged = 1,     ///< complete, something at or above it
    no_result = 2,   ///< usage, configuration, input or pack error, or a report not written
    not_trusted = 3, ///< incomplete or not to be trusted; findings are written all the same
};

} // namespace preflag
