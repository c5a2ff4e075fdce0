#include "fish_completion.h"

#include "completion/completion_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

std::string fish_value(const Option& option) {
    if (option.kind == ValueKind::flag)
        return "";
    if (!option.choices.empty())
        return fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
    if (option.kind == ValueKind::file || option.kind == ValueKind::report)
        return " -r -F";
    return option.kind == ValueKind::folder ? " -x -a '(__fish_complete_directories)'" : " -x";
}

std::string option_line(const Option& option, const std::string& name,
                        const std::string& condition) {
    return fmt::format("complete -c preflag -n '{}' -l {}{} -d '{}'\n", condition, name.substr(2),
                       fish_value(option), plain_description(option.help));
}

/// Holds behind the words of `path`, "rules list", and before a nested command.
std::string condition_of(const Command& command, const std::string& path) {
    std::string condition;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(' ', at), path.size());
        condition += (condition.empty() ? "" : "; and ");
        condition += "__fish_seen_subcommand_from " + path.substr(at, end - at);
        at = end + 1;
    }
    if (!command.nested.empty())
        condition += fmt::format("; and not __fish_seen_subcommand_from {}",
                                 fmt::join(command.nested_names(), " "));
    return condition;
}

std::string command_lines(const Command& command, const std::string& condition) {
    std::string script;
    for (const Command& nested : command.nested)
        script += fmt::format("complete -c preflag -n '{}' -a {} -d '{}'\n", condition, nested.name,
                              plain_description(nested.summary));
    return script;
}

std::string argument_lines(const Command& command, const std::string& condition) {
    std::string script;
    if (takes_files(command))
        script += fmt::format("complete -c preflag -n '{}' -F\n", condition);
    for (const Option* argument : command.options.arguments())
        if (!argument->choices.empty())
            script += fmt::format("complete -c preflag -n '{}' -a '{}'\n", condition,
                                  fmt::join(argument->choices, " "));
    return script;
}

} // namespace

std::string fish_completion(const Command& program) {
    std::string script = "complete -c preflag -f\n";
    script += command_lines(program, "__fish_use_subcommand");
    for_each_command(program, [&](const Command& command, const std::string& path) {
        const std::string condition = condition_of(command, path);
        script += command_lines(command, condition);
        for (const Option* option : command.options.options())
            for (const std::string& name : option->names)
                script += option_line(*option, name, condition);
        script += fmt::format("complete -c preflag -n '{}' -l help -d 'Explain this command'\n",
                              condition);
        script += argument_lines(command, condition);
    });
    return script;
}

} // namespace preflag
