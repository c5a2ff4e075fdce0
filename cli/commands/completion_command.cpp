#include "completion_command.h"

#include "commands/completion_words.h"
#include "exit_status.h"
#include "options/usage.h"
#include "standard_output.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

/// Calls `visit` for every command with its words behind "preflag", outer ones first.
template <class Visit>
void for_each_command(const CLI::App& app, const std::string& path, const Visit& visit) {
    for (const CLI::App* command : commands_of(app)) {
        const std::string name =
            path.empty() ? command->get_name() : path + ' ' + command->get_name();
        visit(*command, name);
        for_each_command(*command, name, visit);
    }
}

std::string bash_values(const CLI::App& app) {
    std::string cases;
    for_each_command(app, "", [&](const CLI::App& command, const std::string& path) {
        for (const CLI::Option* option : options_of(command))
            if (const auto choices = choices_of(*option); !choices.empty())
                for (const std::string& name : option->get_lnames())
                    cases += fmt::format("        '{} --{}') words='{}'; choice=1 ;;\n", path, name,
                                         fmt::join(choices, " "));
    });
    return cases;
}

/// The commands as a pattern: screen | 'rules list'
std::string bash_commands(const CLI::App& app) {
    std::string pattern;
    for_each_command(app, "", [&](const CLI::App&, const std::string& path) {
        pattern += fmt::format("{}'{}'", pattern.empty() ? "" : " | ", path);
    });
    return pattern;
}

std::string bash_script(const CLI::App& app) {
    std::string cases;
    for_each_command(app, "", [&](const CLI::App& command, const std::string& path) {
        cases +=
            fmt::format("        '{}') words='{}' ;;\n", path, fmt::join(words_of(command), " "));
    });
    return fmt::format(
        R"(# bash completion for preflag; source it, or put it where bash looks for completions
_preflag() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" command= words='{0}' choice= place word
    for ((place = 1; place < COMP_CWORD; place++)); do
        word="${{command:+$command }}${{COMP_WORDS[place]}}"
        case $word in
        {1}) command=$word ;;
        *) break ;;
        esac
    done
    case $command in
{2}    esac
    case "$command ${{COMP_WORDS[COMP_CWORD - 1]}}" in
{3}    esac
    if [[ $choice || $current == -* || $words != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    fi
}}
complete -o default -F _preflag preflag
)",
        fmt::join(words_of(app), " "), bash_commands(app), cases, bash_values(app));
}

/// Descriptions are shown between single quotes and, by zsh, after a bracket or before a colon.
std::string plain(std::string text) {
    std::replace(text.begin(), text.end(), '\'', ' ');
    std::replace(text.begin(), text.end(), '[', '(');
    std::replace(text.begin(), text.end(), ']', ')');
    std::replace(text.begin(), text.end(), ':', ',');
    return text;
}

std::string zsh_value(const CLI::Option& option) {
    if (!takes_value(option))
        return "";
    const auto choices = choices_of(option);
    return choices.empty() ? ":value:_files" : fmt::format(":value:({})", fmt::join(choices, " "));
}

std::string zsh_arguments(const CLI::App& command) {
    std::string arguments;
    for (const CLI::Option* option : options_of(command))
        for (const std::string& name : option->get_lnames())
            arguments += fmt::format(" \\\n            '*--{}[{}]{}'", name,
                                     plain(option->get_description()), zsh_value(*option));
    for (const CLI::Option* option : command.get_options())
        if (!option->nonpositional())
            arguments += fmt::format(" \\\n            '*{}'", zsh_value(*option));
    return arguments;
}

std::string zsh_commands(const CLI::App& app) {
    std::string commands;
    for (const CLI::App* command : commands_of(app))
        commands += fmt::format("        '{}:{}'\n", command->get_name(),
                                plain(command->get_description()));
    return commands;
}

std::string zsh_function(const CLI::App& app, const std::string& name) {
    if (commands_of(app).empty())
        return fmt::format("{}() {{\n    _arguments{}\n}}\n", name, zsh_arguments(app));
    std::string nested;
    for (const CLI::App* command : commands_of(app))
        nested += zsh_function(*command, name + '_' + command->get_name());
    return fmt::format(R"({0}{1}() {{
    local -a commands
    commands=(
{2}    )
    if ((CURRENT == 2)); then
        _describe command commands
    else
        local command=${{words[2]}}
        shift words
        ((CURRENT--))
        (($+functions[{1}_$command])) && {1}_$command
    fi
}}
)",
                       nested, name, zsh_commands(app));
}

std::string zsh_script(const CLI::App& app) {
    return fmt::format("#compdef preflag\n{}"
                       "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
                       "    _preflag \"$@\"\nelse\n    compdef _preflag preflag\nfi\n",
                       zsh_function(app, "_preflag"));
}

std::string fish_option(const CLI::Option& option, const std::string& name,
                        const std::string& condition) {
    std::string value;
    const auto choices = choices_of(option);
    if (!choices.empty())
        value = fmt::format(" -x -a '{}'", fmt::join(choices, " "));
    else if (takes_value(option))
        value = " -r";
    return fmt::format("complete -c preflag -n '{}' -l {}{} -d '{}'\n", condition, name, value,
                       plain(option.get_description()));
}

/// Words behind "preflag" that lead to a command: "rules list" asks for both.
std::string fish_condition(const CLI::App& app, const std::string& path) {
    if (path.empty())
        return "__fish_use_subcommand";
    std::string condition;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(' ', at), path.size());
        condition += (condition.empty() ? "" : "; and ");
        condition += "__fish_seen_subcommand_from " + path.substr(at, end - at);
        at = end + 1;
    }
    const auto nested = names_of(commands_of(app));
    if (!nested.empty())
        condition +=
            fmt::format("; and not __fish_seen_subcommand_from {}", fmt::join(nested, " "));
    return condition;
}

void add_fish_commands(const CLI::App& app, const std::string& path, std::string& script) {
    for (const CLI::App* command : commands_of(app))
        script +=
            fmt::format("complete -c preflag -f -n '{}' -a {} -d '{}'\n", fish_condition(app, path),
                        command->get_name(), plain(command->get_description()));
}

std::string fish_script(const CLI::App& app) {
    std::string script;
    add_fish_commands(app, "", script);
    for_each_command(app, "", [&](const CLI::App& command, const std::string& path) {
        add_fish_commands(command, path, script);
        const std::string condition = fish_condition(command, path);
        for (const CLI::Option* option : options_of(command))
            for (const std::string& name : option->get_lnames())
                script += fish_option(*option, name, condition);
        for (const CLI::Option* option : command.get_options())
            if (const auto choices = choices_of(*option);
                !option->nonpositional() && !choices.empty())
                script += fmt::format("complete -c preflag -f -n '{}' -a '{}'\n", condition,
                                      fmt::join(choices, " "));
    });
    return script;
}

std::string script_for(const std::string& shell, const CLI::App& app) {
    if (shell == "bash")
        return bash_script(app);
    return shell == "zsh" ? zsh_script(app) : fish_script(app);
}

} // namespace

Command add_completion(CLI::App& app) {
    CLI::App* command = app.add_subcommand("completion", "Print a completion script for a shell");
    auto shell = std::make_shared<std::string>();
    command->add_option("shell", *shell, "bash, zsh or fish")
        ->required()
        ->check(one_of({"bash", "zsh", "fish"}));
    return {command, [&app, shell] {
                StandardOutput output;
                output.stream() << script_for(*shell, app);
                output.finish();
                return static_cast<int>(clean);
            }};
}

} // namespace preflag
