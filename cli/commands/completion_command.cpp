#include "completion_command.h"

#include "completion/bash_completion.h"
#include "completion/fish_completion.h"
#include "completion/zsh_completion.h"
#include "exit_status.h"
#include "standard_output.h"

#include <memory>

namespace preflag {

namespace {

std::string script_for(const std::string& shell, const Command& program) {
    if (shell == "bash")
        return bash_completion(program);
    return shell == "zsh" ? zsh_completion(program) : fish_completion(program);
}

} // namespace

Command completion_command(const Command& program) {
    Command command{"completion", "Print a completion script for a shell"};
    auto shell = std::make_shared<std::string>();
    command.options.add(choice("shell", *shell, {"bash", "zsh", "fish"}, "bash, zsh or fish"))
        .required();
    command.statuses = {{0, "answered"}, {2, "usage error"}};
    command.run = [&program, shell] {
        StandardOutput output;
        output.stream() << script_for(*shell, program);
        output.finish();
        return static_cast<int>(clean);
    };
    return command;
}

} // namespace preflag
