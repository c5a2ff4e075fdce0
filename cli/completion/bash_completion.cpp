#include "bash_completion.h"

#include "completion/completion_words.h"

#include <fmt/format.h>

namespace preflag {

namespace {

/// What is offered for the value of an option, as an assignment; empty when nothing can be.
std::string value_words(const Option& option) {
    if (!option.choices.empty())
        return fmt::format("words='{}' files=", fmt::join(option.choices, " "));
    if (option.kind == ValueKind::file || option.kind == ValueKind::report)
        return "words= files=-f";
    return option.kind == ValueKind::folder ? "words= files=-d" : "words= files=";
}

/// One case for each option that takes a value: 'rules list --rules') ... ;;
std::string value_cases(const Command& program) {
    std::string cases;
    for_each_command(program, [&](const Command& command, const std::string& path) {
        for (const Option* option : command.options.options())
            if (option->kind != ValueKind::flag)
                for (const std::string& name : option->names)
                    cases += fmt::format("        '{} {}') value=1 {} ;;\n", path, name,
                                         value_words(*option));
    });
    return cases;
}

std::string command_cases(const Command& program) {
    std::string cases;
    for_each_command(program, [&](const Command& command, const std::string& path) {
        cases +=
            fmt::format("        '{}') words='{}' files={} ;;\n", path,
                        fmt::join(words_behind(command), " "), takes_files(command) ? "-f" : "");
    });
    return cases;
}

/// The commands as a pattern: screen | 'rules list'
std::string command_pattern(const Command& program) {
    std::string pattern;
    for_each_command(program, [&](const Command&, const std::string& path) {
        pattern += fmt::format("{}'{}'", pattern.empty() ? "" : " | ", path);
    });
    return pattern;
}

} // namespace

std::string bash_completion(const Command& program) {
    return fmt::format(
        R"(# bash completion for preflag; source it, or put it where bash looks for completions
_preflag() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD - 1]}}"
    local command= words='{0}' files= value= place word
    if [[ $current == = ]]; then
        current=
    elif [[ $before == = ]]; then
        before="${{COMP_WORDS[COMP_CWORD - 2]}}"
    fi
    for ((place = 1; place < COMP_CWORD; place++)); do
        word="${{command:+$command }}${{COMP_WORDS[place]}}"
        case $word in
        {1}) command=$word ;;
        *) break ;;
        esac
    done
    case $command in
{2}    esac
    case "$command $before" in
{3}    esac
    if [[ ! $value && $files && $current != -* ]]; then
        words=
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ $files && $current != -* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen "$files" -- "$current")
    fi
}}
complete -F _preflag preflag
)",
        fmt::join(words_behind(program), " "), command_pattern(program), command_cases(program),
        value_cases(program));
}

} // namespace preflag
