#include "command.h"

#include <algorithm>

namespace preflag {

const Command* Command::find(const std::string& word) const {
    const auto found = std::find_if(nested.begin(), nested.end(),
                                    [&](const Command& command) { return command.name == word; });
    return found == nested.end() ? nullptr : &*found;
}

std::vector<std::string> Command::nested_names() const {
    std::vector<std::string> names;
    for (const Command& command : nested)
        names.push_back(command.name);
    return names;
}

} // namespace preflag
