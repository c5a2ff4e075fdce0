#pragma once

#include <atomic>

namespace preflag {

/// Thrown after a signal or a closed pipe, once nothing is left half-written. end_process() ends
/// the process the way its signal would have, so that the shell sees it.
class Interrupted {
  public:
    explicit Interrupted(int signal) : signal_(signal) {}
    [[noreturn]] void end_process() const;

  private:
    int signal_;
};

/// From now on a closed pipe and a file that may not grow are errors of the write, not signals.
void make_failed_writes_errors();

/// From now on SIGINT, SIGTERM and SIGHUP only set the returned flag (a second one ends the process
/// at once) and end a read that waits. Call it on the main thread. A signal that is ignored already
/// stays so.
const std::atomic<bool>& catch_signals();

/// Whether a signal came; what catch_signals() returns.
const std::atomic<bool>& stop_flag();

/// Ends the process as the signal would have, when one came: an error that follows a signal is the
/// signal's doing.
void end_if_interrupted();

/// Throws Interrupted when a signal came.
void throw_if_interrupted();

} // namespace preflag
