#include "zsh_completion.h"

#include "completion/completion_words.h"

#include <fmt/format.h>

namespace preflag {

namespace {

/// What follows an option or argument in the words of _arguments: ":value:(a b)".
std::string zsh_value(const Option& option) {
    if (option.kind == ValueKind::flag)
        return "";
    if (!option.choices.empty())
        return fmt::format(":value:({})", fmt::join(option.choices, " "));
    if (option.kind == ValueKind::file || option.kind == ValueKind::report)
        return ":file:_files";
    return option.kind == ValueKind::folder ? ":folder:_files -/" : ":value: ";
}

std::string arguments_of(const Command& command) {
    std::string arguments;
    for (const Option* option : command.options.options())
        for (const std::string& name : option->names)
            arguments += fmt::format(" \\\n            '{}{}[{}]{}'", option->is_list() ? "*" : "",
                                     name, plain_description(option->help), zsh_value(*option));
    arguments += " \\\n            '--help[Explain this command]'";
    for (const Option* argument : command.options.arguments())
        arguments += fmt::format(" \\\n            '{}{}'", argument->takes_rest ? "*" : "",
                                 zsh_value(*argument));
    return arguments;
}

std::string commands_of(const Command& command) {
    std::string commands;
    for (const Command& nested : command.nested)
        commands +=
            fmt::format("        '{}:{}'\n", nested.name, plain_description(nested.summary));
    return commands;
}

std::string function_of(const Command& command, const std::string& name) {
    if (command.nested.empty())
        return fmt::format("{}() {{\n    _arguments{}\n}}\n", name, arguments_of(command));
    std::string functions;
    for (const Command& nested : command.nested)
        functions += function_of(nested, name + '_' + nested.name);
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
                       functions, name, commands_of(command));
}

} // namespace

std::string zsh_completion(const Command& program) {
    return fmt::format("#compdef preflag\n{}"
                       "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
                       "    _preflag \"$@\"\nelse\n    compdef _preflag preflag\nfi\n",
                       function_of(program, "_preflag"));
}

} // namespace preflag
