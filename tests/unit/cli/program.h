#pragma once

#include "commands/program.h"

#include <functional>
#include <string>

namespace preflag {

/// The whole command line.
class Program {
  public:
    Program() { describe_program(command_); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    [[nodiscard]] const Command& command() const { return command_; }

    /// The command of these words, "rules list"; there must be one.
    [[nodiscard]] const Command& at(const std::string& words) const {
        const Command* found = nullptr;
        for_each_command(command_, [&](const Command& command, const std::string& path) {
            if (path == words)
                found = &command;
        });
        return *found;
    }

    /// Calls `visit` with each option of each command, arguments left out.
    void for_each_option(
        const std::function<void(const std::string& path, const Option& option)>& visit) const {
        for_each_command(command_, [&](const Command& command, const std::string& path) {
            for (const Option* option : command.options.options())
                visit(path, *option);
        });
    }

  private:
    Command command_;
};

} // namespace preflag
