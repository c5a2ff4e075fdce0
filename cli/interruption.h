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

/// From now on SIGINT, SIGTERM and SIGHUP only set the returned flag (a second one ends the process
/// at once) and end a read that waits; a closed pipe is an error of the write instead of a signal.
/// Call it on the main thread. A signal that is ignored already stays so.
const std::atomic<bool>& catch_signals();

/// Throws Interrupted when a signal came.
void throw_if_interrupted();

} // namespace preflag
