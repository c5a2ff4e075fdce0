#include "help_page.h"

#include <preflag/base/text.h>
#include <preflag/report/text/wrap.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t help_column = 26;

/// A label and its text beside it, or below it when the label is long.
std::string row(const std::string& label, const std::string& text, std::size_t width) {
    std::string page = "  " + label;
    bool is_beside = page.size() + 2 <= help_column;
    for (const std::string& line : wrapped(text, width - help_column)) {
        page += is_beside ? std::string(help_column - std::min(page.size(), help_column), ' ')
                          : '\n' + std::string(help_column, ' ');
        page += line;
        is_beside = false;
    }
    return page + '\n';
}

std::string paragraph(const std::string& text, std::size_t width) {
    return fmt::format("{}\n", fmt::join(wrapped(text, width), "\n"));
}

std::string argument_label(const Option& argument) {
    return argument.value_text() + (argument.takes_rest ? "..." : "");
}

std::string option_label(const Option& option) {
    std::string label = fmt::format("{}", fmt::join(option.names, ", "));
    if (const std::string value = option.value_text(); !value.empty())
        label += ' ' + value + (option.takes_rest ? "..." : "");
    return label;
}

std::string option_text(const Option& option) {
    return option.default_value.empty() ? option.help
                                        : fmt::format("{} [{}]", option.help, option.default_value);
}

std::string commands_part(const Command& command, std::size_t width) {
    std::string page = "\nCommands:\n";
    for (const Command& nested : command.nested)
        page += row(nested.name, nested.summary, width);
    return page;
}

std::string arguments_part(const OptionSet& options, std::size_t width) {
    std::string page;
    for (const Option* argument : options.arguments())
        page += row(argument_label(*argument), argument->help, width);
    return page.empty() ? page : "\nArguments:\n" + page;
}

/// --help is everywhere and in no table.
std::string options_part(const OptionSet& options, std::size_t width) {
    std::string page;
    std::string own = row("-h, --help", "Explain this command", width);
    for (const OptionGroup& group : options.groups()) {
        std::string rows;
        for (const Option& option : group.options)
            if (!option.is_argument())
                rows += row(option_label(option), option_text(option), width);
        if (&group == &options.groups().front())
            page += fmt::format("\n{}:\n{}{}", group.title, rows, own);
        else if (!rows.empty())
            page += fmt::format("\n{}:\n{}", group.title, rows);
    }
    return page;
}

std::string statuses_part(const Command& command, std::size_t width) {
    constexpr std::size_t indent = 5;
    std::string page;
    for (const StatusMeaning& status : command.statuses)
        page += fmt::format("  {}  {}\n", status.status,
                            fmt::join(wrapped(status.meaning, width - indent), "\n     "));
    return page.empty() ? page : "\nExit status:\n" + page;
}

} // namespace

std::string usage_of(const CommandPath& path) {
    const Command& command = *path.back();
    if (!command.nested.empty())
        return title_of(path) + " COMMAND ...";
    std::string usage = title_of(path);
    if (!command.options.options().empty())
        usage += " [OPTION]...";
    for (const Option* option : command.options.options())
        if (option->is_required)
            usage += ' ' + option_label(*option);
    for (const Option* argument : command.options.arguments())
        usage += argument->is_required ? ' ' + argument_label(*argument)
                                       : fmt::format(" [{}]", argument_label(*argument));
    return usage;
}

std::string help_page(const CommandPath& path, std::size_t width) {
    const Command& command = *path.back();
    std::string page = paragraph(command.summary, width);
    page += '\n' + paragraph("Usage: " + usage_of(path), width);
    if (!command.nested.empty())
        page += commands_part(command, width);
    page += arguments_part(command.options, width);
    page += options_part(command.options, width);
    page += statuses_part(command, width);
    if (path.size() == 1)
        page += "\n\"preflag help COMMAND\" explains a command; the manual is preflag(1).\n";
    return page;
}

} // namespace preflag
