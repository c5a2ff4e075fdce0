#include "completion_command.h"

#include "exit_status.h"
#include "standard_output.h"
#include "usage.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands({});
}

std::vector<std::string> names_of(const std::vector<const CLI::App*>& commands) {
    std::vector<std::string> names;
    for (const CLI::App* command : commands)
        names.push_back(command->get_name());
    return names;
}

std::vector<std::string> words_of(const CLI::App& command) {
    std::vector<std::string> words = names_of(commands_of(command));
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames())
            words.push_back("--" + name);
    return words;
}

std::string bash_script(const CLI::App& app) {
    std::string cases;
    for (const CLI::App* command : commands_of(app))
        cases += fmt::format("        {}) words=\"{}\" ;;\n", command->get_name(),
                             fmt::join(words_of(*command), " "));
    return fmt::format(
        R"(# bash completion for preflag; source it, or put it where bash looks for completions
_preflag() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" words="{}"
    if ((COMP_CWORD > 1)); then
        case "${{COMP_WORDS[1]}}" in
{}        esac
    fi
    if ((COMP_CWORD == 1)) || [[ $current == -* ]] || [[ ${{COMP_WORDS[1]}} == @(rules|completion) ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    fi
}}
complete -o default -F _preflag preflag
)",
        fmt::join(words_of(app), " "), cases);
}

/// Descriptions are shown between single quotes and, by zsh, after a bracket.
std::string plain(std::string text) {
    std::replace(text.begin(), text.end(), '\'', ' ');
    std::replace(text.begin(), text.end(), '[', '(');
    std::replace(text.begin(), text.end(), ']', ')');
    return text;
}

std::string zsh_arguments(const CLI::App& command) {
    std::string arguments;
    for (const CLI::Option* option : command.get_options())
        for (const std::string& name : option->get_lnames())
            arguments += fmt::format(" \\\n                '*--{}[{}]{}'", name,
                                     plain(option->get_description()),
                                     option->get_items_expected_max() == 0 ? "" : ":value:_files");
    return arguments;
}

std::string zsh_script(const CLI::App& app) {
    std::string names;
    std::string cases;
    for (const CLI::App* command : commands_of(app)) {
        names += fmt::format("        '{}:{}'\n", command->get_name(),
                             plain(command->get_description()));
        const auto nested = names_of(commands_of(*command));
        const std::string rest = nested.empty()
                                     ? "'*:file:_files'"
                                     : fmt::format("'1:command:({})'", fmt::join(nested, " "));
        cases +=
            fmt::format("            {})\n            _arguments{} \\\n                {} ;;\n",
                        command->get_name(), zsh_arguments(*command), rest);
    }
    return fmt::format(R"(#compdef preflag
_preflag() {{
    local -a commands
    commands=(
{}    )
    if ((CURRENT == 2)); then
        _describe command commands
    else
        local command=${{words[2]}}
        shift words
        ((CURRENT--))
        case $command in
{}        esac
    fi
}}
_preflag "$@"
)",
                       names, cases);
}

std::string fish_script(const CLI::App& app) {
    std::string script = "complete -c preflag -f -n __fish_use_subcommand\n";
    for (const CLI::App* command : commands_of(app)) {
        script += fmt::format("complete -c preflag -n __fish_use_subcommand -a {} -d '{}'\n",
                              command->get_name(), plain(command->get_description()));
        const std::string seen =
            fmt::format("-n '__fish_seen_subcommand_from {}'", command->get_name());
        for (const std::string& nested : names_of(commands_of(*command)))
            script += fmt::format("complete -c preflag {} -f -a {}\n", seen, nested);
        for (const CLI::Option* option : command->get_options())
            for (const std::string& name : option->get_lnames())
                script += fmt::format("complete -c preflag {} -l {}{} -d '{}'\n", seen, name,
                                      option->get_items_expected_max() == 0 ? "" : " -r",
                                      plain(option->get_description()));
    }
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
