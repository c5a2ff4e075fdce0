#pragma once

#include <string>
#include <vector>

namespace preflag {

/// What was typed after `rules compile`.
struct CompileArguments {
    std::vector<std::string> folders;
    std::string output; ///< empty: where the program looks for it
};

/// Checks the packs and writes their image; returns the exit status.
int compile_rules(const CompileArguments& arguments);

} // namespace preflag
