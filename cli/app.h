#pragma once

namespace preflag {

/// Reads the words of the command line, runs the command and returns its exit status. The one place
/// where exceptions end and messages are printed.
int run_app(int argc, char** argv);

} // namespace preflag
