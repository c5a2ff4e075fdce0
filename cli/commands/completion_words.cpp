#include "completion_words.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace preflag {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands({});
}

std::vector<std::string> names_of(const std::vector<const CLI::App*>& commands) {
    std::vector<std::string> names;
    for (const CLI::App* command : commands)
        names.push_back(command->get_name());
    return names;
}

std::vector<const CLI::Option*> options_of(const CLI::App& command) {
    std::vector<const CLI::Option*> options;
    for (const CLI::Option* option : command.get_options())
        if (option->nonpositional() && !option->get_lnames().empty())
            options.push_back(option);
    return options;
}

bool takes_value(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

std::vector<std::string> choices_of(const CLI::Option& option) {
    std::vector<std::string> choices;
    std::string type = option.get_type_name();
    const auto list = type.rfind(':');
    if (list != std::string::npos)
        type.erase(0, list + 1);
    if (type.find('|') == std::string::npos || type.find('%') != std::string::npos)
        return choices;
    for (std::size_t at = 0; at <= type.size();) {
        const std::size_t end = std::min(type.find('|', at), type.size());
        choices.push_back(type.substr(at, end - at));
        at = end + 1;
    }
    return choices;
}

std::vector<std::string> words_of(const CLI::App& command) {
    std::vector<std::string> words = names_of(commands_of(command));
    for (const CLI::Option* option : command.get_options())
        if (!option->nonpositional())
            for (const std::string& choice : choices_of(*option))
                words.push_back(choice);
    for (const CLI::Option* option : options_of(command))
        for (const std::string& name : option->get_lnames())
            words.push_back("--" + name);
    return words;
}

} // namespace preflag
