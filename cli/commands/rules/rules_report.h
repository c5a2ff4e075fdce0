#pragma once

#include <string>
#include <vector>

namespace preflag {

/// What was typed after `rules list`, `check` or `test`.
struct RulesArguments {
    std::vector<std::string> folders;
    std::vector<std::string> more_folders; ///< those of --rules
    bool table = false;
    bool complete = false;
};

/// Each prints to standard output and returns the exit status.
int list_packs(const RulesArguments& arguments);
int check_packs(const RulesArguments& arguments);
/// Fails when a case fails, when there is none, and on demand when a rule has too few.
int test_packs(const RulesArguments& arguments);

} // namespace preflag
