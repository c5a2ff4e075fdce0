#include "help_command.h"

#include "command_line/help_page.h"
#include "command_line/usage.h"
#include "exit_status.h"
#include "standard_output.h"
#include "terminal.h"

#include <unistd.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

constexpr std::size_t usual_width = 80;
constexpr std::size_t largest_width = 100; ///< longer lines are hard to read

int run_help(const Command& program, const std::vector<std::string>& words) {
    CommandPath path{&program};
    for (auto word = words.begin(); word != words.end(); ++word) {
        const Command* const command = path.back()->find(*word);
        if (command == nullptr)
            throw CommandLineError(path, path.back()->nested.empty()
                                             ? unexpected_words(path, {word, words.end()})
                                             : no_command(path, {word, words.end()}));
        path.push_back(command);
    }
    print_help(path);
    return clean;
}

} // namespace

void print_help(const CommandPath& path) {
    const std::size_t width = is_terminal(STDOUT_FILENO)
                                  ? std::min(terminal_width(STDOUT_FILENO), largest_width)
                                  : usual_width;
    StandardOutput output;
    output.stream() << help_page(path, width);
    output.finish();
}

Command help_command(const Command& program) {
    Command command{"help", "Explain a command"};
    auto words = std::make_shared<std::vector<std::string>>();
    command.options.add(text("command", words.get(), "COMMAND", "Command to explain"))
        .with_rest()
        .choices = program.nested_names();
    command.statuses = {{0, "answered"}, {2, "there is no such command"}};
    command.run = [&program, words] { return run_help(program, *words); };
    return command;
}

} // namespace preflag
