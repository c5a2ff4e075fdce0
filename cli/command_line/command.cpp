#include "command.h"

#include <algorithm>

namespace preflag {

namespace {

using Visit = std::function<void(const Command&, const std::string& path)>;

void visit_below(const Command& command, const std::string& path, const Visit& visit) {
    for (const Command& nested : command.nested) {
        const std::string name = path.empty() ? nested.name : path + ' ' + nested.name;
        visit(nested, name);
        visit_below(nested, name, visit);
    }
}

} // namespace

std::string title_of(const CommandPath& path) {
    std::string title;
    for (const Command* command : path)
        title += (title.empty() ? "" : " ") + command->name;
    return title;
}

void for_each_command(const Command& program, const Visit& visit) {
    visit_below(program, "", visit);
}

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
