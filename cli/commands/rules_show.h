#pragma once

#include "options/input_options.h"

#include <string>

namespace CLI {
class App;
}

namespace preflag {

/// What was typed after `rules show` or `explain`.
struct ShowWords {
    InputWords input;
    std::string id;
    std::string format = "text";
    bool all = false;
};

/// --format text, markdown or json.
void add_format_option(CLI::App& command, ShowWords& words);

/// Prints one rule with its cases, or the rules of a pack. Throws UsageError for an unknown id.
int show_rule(const ShowWords& words);

} // namespace preflag
