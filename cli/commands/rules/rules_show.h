#pragma once

#include "options/input_options.h"

#include <string>

namespace preflag {

/// What was typed after `rules show` or `explain`.
struct ShowArguments {
    InputArguments input;
    std::string id;
    std::string format = "text";
    bool all = false;
    std::string config;
};

/// Prints one rule with its cases, or the rules of a pack. Throws UsageError for an unknown id.
int show_rule(const ShowArguments& arguments);

} // namespace preflag
