#pragma once

#include "command_line/option_set.h"

#include <functional>
#include <string>
#include <vector>

namespace preflag {

/// An exit status of a command and what it means there.
struct StatusMeaning {
    int status = 0;
    std::string meaning;
};

/// A command, or a word that only leads to others, such as "rules". Making one describes options
/// and touches no file; `run` does the work and returns the exit status.
struct Command {
    std::string name;
    std::string summary; ///< one line, without a full stop
    OptionSet options = {};
    std::function<int()> run = {}; ///< empty when nested commands do the work
    std::vector<Command> nested = {};
    std::vector<StatusMeaning> statuses = {};

    /// nullptr when there is none of this name.
    [[nodiscard]] const Command* find(const std::string& word) const;
    [[nodiscard]] std::vector<std::string> nested_names() const;
};

/// The way from the program to a command: {program, rules, list}.
using CommandPath = std::vector<const Command*>;

/// "preflag rules list".
std::string title_of(const CommandPath& path);

/// Calls `visit` for every command with its words behind "preflag", outer ones first.
void for_each_command(const Command& program,
                      const std::function<void(const Command&, const std::string& path)>& visit);

} // namespace preflag
