#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace preflag {

/// A subcommand: its place in the command line, and what runs when it was called. add_x(app) only
/// describes options and touches no file; run() does the work and returns the exit status.
struct Command {
    CLI::App* app = nullptr;
    std::function<int()> run;
};

} // namespace preflag
