#pragma once

#include "command_line/command.h"
#include "options/input_options.h"

#include <cstddef>
#include <fstream>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace preflag {

/// What the commands on kept reports have in common that show what to do by when.
struct KeptArguments {
    InputArguments input;
    std::string day, config;
};
void add_kept_options(OptionSet& options, KeptArguments& arguments);

/// A kept report. Throws InputError when it cannot be opened.
std::ifstream open_kept(const std::string& path);

/// The exit statuses of these commands.
std::vector<StatusMeaning> statuses_of_report();

/// Calls `write` with the stream of a file that appears when it is whole, or of standard output for
/// an empty path or "-", and with its width in columns. Throws UsageError when the file is one
/// of those that are read; OutputError.
void write_report(const std::string& path, const std::vector<std::string>& read,
                  const std::function<void(std::ostream&, std::size_t)>& write);

} // namespace preflag
