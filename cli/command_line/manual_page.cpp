#include "manual_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace preflag {

namespace {

/// An option with the commands that have it.
struct SharedOption {
    const Option* option = nullptr;
    std::vector<std::string> commands;
};

struct ManualSection {
    std::string title;
    std::vector<SharedOption> options;
    std::vector<std::string> commands; ///< those that have any of the options
};

bool is_same(const Option& one, const Option& other) {
    return one.names == other.names && one.help == other.help;
}

void add_unless_there(std::vector<std::string>& words, const std::string& word) {
    if (std::find(words.begin(), words.end(), word) == words.end())
        words.push_back(word);
}

void add(ManualSection& section, const Option& option, const std::string& command) {
    add_unless_there(section.commands, command);
    const auto known =
        std::find_if(section.options.begin(), section.options.end(),
                     [&](const SharedOption& shared) { return is_same(*shared.option, option); });
    if (known == section.options.end())
        section.options.push_back({&option, {command}});
    else
        known->commands.push_back(command);
}

ManualSection& section_of(std::vector<ManualSection>& sections, const std::string& title) {
    const auto known =
        std::find_if(sections.begin(), sections.end(),
                     [&](const ManualSection& section) { return section.title == title; });
    return known == sections.end() ? sections.emplace_back(ManualSection{title, {}, {}}) : *known;
}

/// What commands share by its group, then what each has for itself.
std::vector<ManualSection> sections_of(const Command& program) {
    std::vector<ManualSection> shared;
    std::vector<ManualSection> own;
    for_each_command(program, [&](const Command& command, const std::string& path) {
        for (const OptionGroup& group : command.options.groups()) {
            const bool is_own = &group == &command.options.groups().front();
            for (const Option& option : group.options)
                if (!option.is_argument())
                    add(is_own ? section_of(own, "Options of " + path)
                               : section_of(shared, group.title),
                        option, path);
        }
    });
    shared.insert(shared.end(), own.begin(), own.end());
    return shared;
}

/// A word as mdoc takes it.
std::string escaped(const std::string& word) {
    std::string text;
    for (const char letter : word)
        text += letter == '\\' ? "\\e" : std::string(1, letter);
    return text.starts_with('.') || text.starts_with('\'') ? "\\&" + text : text;
}

/// Running text: options become macros, and every sentence begins a line.
std::string mdoc_text(const std::string& text) {
    std::istringstream words(text);
    std::string page;
    bool is_line_open = false;
    for (std::string word; words >> word;) {
        if (word.starts_with("--") && word.size() > 2) {
            const std::size_t end = word.find_last_not_of(".,;:)") + 1;
            page += is_line_open ? "\n" : "";
            page += ".Fl Fl " + word.substr(2, end - 2);
            for (const char mark : word.substr(end))
                page += fmt::format(" {}", mark);
            page += '\n';
            is_line_open = false;
            continue;
        }
        page += (is_line_open ? " " : "") + escaped(word);
        is_line_open = !word.ends_with('.');
        page += is_line_open ? "" : "\n";
    }
    return page + (is_line_open ? "\n" : "");
}

std::string macro_words(const std::vector<std::string>& words, const char* macro) {
    std::string line = fmt::format(".{}", macro);
    for (const std::string& word : words)
        line += (&word == &words.front() ? " " : " , ") + word;
    return line;
}

/// " Ar FILE", " Cm text | json", or nothing for a flag.
std::string value_macro(const Option& option) {
    if (option.kind == ValueKind::choice)
        return fmt::format(" Cm {}", fmt::join(option.choices, " | "));
    return option.value_name.empty() ? "" : fmt::format(" Ar {}", option.value_name);
}

std::string item_of(const SharedOption& shared, const ManualSection& section) {
    const Option& option = *shared.option;
    std::string names;
    for (const std::string& name : option.names)
        names += (names.empty() ? "" : " , ") + fmt::format("Fl Fl {}", name.substr(2));
    std::string item = fmt::format(".It {}{}\n", names, value_macro(option));
    item += mdoc_text(option.help + ". " + option.details);
    if (!option.default_value.empty())
        item += fmt::format("The default is\n.Cm {} .\n", option.default_value);
    if (shared.commands.size() < section.commands.size())
        item += fmt::format("For\n{} .\n", macro_words(shared.commands, "Cm"));
    return item;
}

std::string options_part(const Command& program) {
    std::string page;
    for (const ManualSection& section : sections_of(program)) {
        page += fmt::format(".Ss {}\n", section.title);
        if (!section.title.starts_with("Options of "))
            page += fmt::format("For\n{} :\n", macro_words(section.commands, "Cm"));
        page += ".Bl -tag -width Ds\n";
        for (const SharedOption& shared : section.options)
            page += item_of(shared, section);
        page += ".El\n";
    }
    return page;
}

std::string usage_lines(const Command& command, const std::string& path) {
    std::string lines = fmt::format(".Nm\n.Cm {}\n", path);
    const auto options = command.options.options();
    if (std::any_of(options.begin(), options.end(),
                    [](const Option* option) { return !option->is_required; }))
        lines += ".Op Ar option ...\n";
    for (const Option* option : options)
        if (option->is_required)
            lines +=
                fmt::format(".Fl Fl {}{}\n", option->names.front().substr(2), value_macro(*option));
    for (const Option* argument : command.options.arguments())
        lines += fmt::format("{}{}{}\n", argument->is_required ? "." : ".Op ",
                             value_macro(*argument).substr(1), argument->takes_rest ? " ..." : "");
    return lines;
}

std::string synopsis_part(const Command& program) {
    std::string page;
    for_each_command(program, [&](const Command& command, const std::string& path) {
        if (command.nested.empty())
            page += usage_lines(command, path);
    });
    return page + ".Nm\n.Fl Fl help | Fl Fl version\n";
}

std::string statuses_part(const Command& program) {
    std::string page;
    for_each_command(program, [&](const Command& command, const std::string& path) {
        if (!command.statuses.empty())
            page += fmt::format(".It Cm {}\n", path);
        for (const StatusMeaning& status : command.statuses)
            page += mdoc_text(fmt::format("{} {}{}", status.status, status.meaning,
                                          &status == &command.statuses.back() ? "." : ";"));
    });
    return page;
}

} // namespace

std::string manual_page(const std::string& prose, const Command& program) {
    std::istringstream lines(prose);
    std::string page;
    for (std::string line; std::getline(lines, line);) {
        if (line == ".\\\" SYNOPSIS")
            page += synopsis_part(program);
        else if (line == ".\\\" OPTIONS")
            page += options_part(program);
        else if (line == ".\\\" STATUSES")
            page += statuses_part(program);
        else
            page += line + '\n';
    }
    return page;
}

} // namespace preflag
