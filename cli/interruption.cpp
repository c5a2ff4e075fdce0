#include "interruption.h"

#include <pthread.h>

#include <csignal>
#include <cstdlib>

namespace preflag {

namespace {

std::atomic<bool> stop_requested{false};
std::atomic<int> received{0};

pthread_t main_thread;

/// Only the main thread reads and writes: a signal that another one got is handed on, so that it
/// ends a wait.
extern "C" void remember(int signal) {
    if (pthread_equal(pthread_self(), main_thread) == 0) {
        pthread_kill(main_thread, signal);
        return;
    }
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

void make_failed_writes_errors() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

const std::atomic<bool>& catch_signals() {
    main_thread = pthread_self();
    struct sigaction action {};
    action.sa_handler = remember; // without SA_RESTART: a read that waits ends with EINTR
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) // nohup stays in force
            sigaction(signal, &action, nullptr);
    }
    return stop_requested;
}

const std::atomic<bool>& stop_flag() {
    return stop_requested;
}

void end_if_interrupted() {
    if (stop_requested)
        Interrupted(received).end_process();
}

void throw_if_interrupted() {
    if (stop_requested)
        throw Interrupted(received);
}

} // namespace preflag
