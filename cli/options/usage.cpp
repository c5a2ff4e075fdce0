#include "usage.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace preflag {

namespace {

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({}))
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    return names;
}

std::string title_of(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    return parent == nullptr ? app.get_name() : title_of(*parent) + ' ' + app.get_name();
}

bool looks_like_file(const std::string& word) {
    std::error_code error;
    return word == "-" || word.find_first_of("./") != std::string::npos ||
           std::filesystem::exists(word, error);
}

std::string no_command(const CLI::App& app) {
    const std::vector<std::string> names = command_names(app);
    const std::vector<std::string> rest = app.remaining(true);
    if (rest.empty())
        return fmt::format("no command is given; the commands of {} are: {}", title_of(app),
                           fmt::join(names, ", "));
    const std::string& word = rest.front();
    if (word.starts_with("-"))
        return fmt::format("{}: no command stands before it; the commands are: {}", word,
                           fmt::join(names, ", "));
    const std::string start = fmt::format("there is no command \"{}\"; ", word);
    if (const auto near = nearest(word, names))
        return start + fmt::format("did you mean \"{}\"?", *near);
    if (app.get_parent() == nullptr && looks_like_file(word))
        return start + fmt::format("to screen a manifest: preflag screen {}", word);
    return start + fmt::format("the commands are: {}", fmt::join(names, ", "));
}

std::string unexpected_words(const CLI::App& command, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (word.size() < 2 || word.front() != '-')
            continue;
        const std::string name = word.substr(0, word.find('='));
        const auto near = nearest(name, option_names(command));
        return fmt::format("{} has no option {}{}", title_of(command), name,
                           near ? fmt::format("; did you mean {}?", *near) : std::string());
    }
    return fmt::format("{} takes no further argument: {}", title_of(command),
                       fmt::join(words, " "));
}

} // namespace

const CLI::App& chosen_command(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : chosen_command(*chosen.back());
}

std::string usage_sentence(const CLI::App& app, const CLI::Error& error) {
    const CLI::App& command = chosen_command(app);
    const std::string message = error.what();
    const std::string kind = error.get_name();
    if (kind == "RequiredError" && message.starts_with("A subcommand"))
        return no_command(command);
    if (message.starts_with("The following argument"))
        return unexpected_words(command, app.remaining(true));
    if (kind == "ArgumentMismatch" && message.find("At Most 1 ") != std::string::npos)
        return message.substr(0, message.find(':')) + ": give it only once";
    return message;
}

void check_values(const CLI::App& command) {
    for (const CLI::Option* option : command.get_options())
        for (const std::string& value : option->results())
            if (value.empty() && option->get_items_expected_max() > 0)
                throw UsageError(fmt::format("{}: the value is empty",
                                             option->nonpositional() ? option->get_name()
                                                                     : option->get_type_name()));
}

CLI::Validator one_of(std::vector<std::string> words) {
    const std::string list = fmt::format("{}", fmt::join(words, "|"));
    const auto check = [words = std::move(words)](const std::string& value) {
        if (std::find(words.begin(), words.end(), value) != words.end())
            return std::string();
        const auto near = nearest(value, words);
        return fmt::format("\"{}\" is none of {}{}", value, fmt::join(words, ", "),
                           near ? fmt::format("; did you mean \"{}\"?", *near) : std::string());
    };
    return CLI::Validator(check, list, "one of");
}

} // namespace preflag
