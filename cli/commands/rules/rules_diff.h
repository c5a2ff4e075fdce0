#pragma once

#include <string>
#include <vector>

namespace preflag {

/// What was typed after `rules diff`.
struct DiffArguments {
    std::string before, after;
    std::vector<std::string> manifests;
};

/// Prints what differs; status 0 when nothing does, 1 when something does.
int diff_packs(const DiffArguments& arguments);

} // namespace preflag
