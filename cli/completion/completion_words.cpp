#include "completion_words.h"

#include <algorithm>

namespace preflag {

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
