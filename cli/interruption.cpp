#include "interruption.h"

#include <csignal>
#include <cstdlib>

namespace preflag {

namespace {

std::atomic<bool> stop_requested{false};
std::atomic<int> received{0};

extern "C" void remember(int signal) {
    received = signal;
    stop_requested = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

void Interrupted::end_process() const {
    std::signal(signal_, SIG_DFL);
    std::raise(signal_);
    std::exit(128 + signal_);
}

const std::atomic<bool>& catch_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, remember);
    std::signal(SIGPIPE, SIG_IGN);
    return stop_requested;
}

void throw_if_interrupted() {
    if (stop_requested)
        throw Interrupted(received);
}

} // namespace preflag
