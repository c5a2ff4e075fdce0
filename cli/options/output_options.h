#pragma once

#include "command_line/option_set.h"
#include "terminal.h"

#include <string>
#include <vector>

namespace preflag {

/// --format for the commands that answer a question; the first choice is the default.
void add_format_option(OptionSet& options, std::string& format, std::vector<std::string> choices);

void add_colour_option(OptionSet& options, std::string& word);
/// `word` as add_colour_option checked it.
ColourChoice resolve_colour(const std::string& word);

} // namespace preflag
