#pragma once

namespace preflag {

/// The exit status of every command; larger outranks smaller except that `no_result` outranks all.
enum ExitStatus : int {
    clean = 0,       ///< complete, nothing at or above --fail-on
    flagged = 1,     ///< complete, something at or above --fail-on
    no_result = 2,   ///< usage, configuration, input or pack error, or a report not written
    not_trusted = 3, ///< incomplete or not to be trusted; findings are written all the same
};

} // namespace preflag
