#include "completion_words.h"

#include <algorithm>

namespace preflag {

namespace {

void visit_below(const Command& command, const std::string& path,
                 const std::function<void(const Command&, const std::string&)>& visit) {
    for (const Command& nested : command.nested) {
        const std::string name = path.empty() ? nested.name : path + ' ' + nested.name;
        visit(nested, name);
        visit_below(nested, name, visit);
    }
}

} // namespace

void for_each_command(const Command& program,
                      const std::function<void(const Command&, const std::string& path)>& visit) {
    visit_below(program, "", visit);
}

std::vector<std::string> words_behind(const Command& command) {
    std::vector<std::string> words = command.nested_names();
    for (const Option* argument : command.options.arguments())
        words.insert(words.end(), argument->choices.begin(), argument->choices.end());
    for (const Option* option : command.options.options())
        words.insert(words.end(), option->names.begin(), option->names.end());
    words.emplace_back("--help");
    return words;
}

bool takes_files(const Command& command) {
    const auto arguments = command.options.arguments();
    return std::any_of(arguments.begin(), arguments.end(), [](const Option* argument) {
        return argument->kind == ValueKind::file || argument->kind == ValueKind::folder;
    });
}

std::string plain_description(std::string text) {
    std::replace(text.begin(), text.end(), '\'', ' ');
    std::replace(text.begin(), text.end(), '[', '(');
    std::replace(text.begin(), text.end(), ']', ')');
    std::replace(text.begin(), text.end(), ':', ',');
    return text;
}

} // namespace preflag
