#include "app.h"

#include "commands/columns_command.h"
#include "commands/command.h"
#include "commands/completion_command.h"
#include "commands/decide_command.h"
#include "commands/explain_command.h"
#include "commands/identify_command.h"
#include "commands/lists_command.h"
#include "commands/rules_command.h"
#include "commands/screen_command.h"
#include "commands/selftest_command.h"
#include "commands/version_command.h"
#include "exit_status.h"
#include "interruption.h"
#include "options/usage.h"
#include "standard_output.h"
#include "terminal.h"
#include "version.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <new>

namespace preflag {

namespace {

constexpr const char* footer = R"(Exit status:
  0  complete, nothing at or above --fail-on
  1  complete, something at or above --fail-on
  2  no result: usage, configuration, input or pack error, or a report that could not be written
  3  incomplete or not to be trusted: lines rejected, a canary missed (findings are written)

"preflag COMMAND --help" explains a command.)";

void complain(std::string_view message) {
    tell(fmt::format("preflag: {}", message));
}

int usage_error(const CLI::App& app, const CLI::Error& error) {
    complain(usage_sentence(app, error));
    std::string words;
    for (const CLI::App* command = &chosen_command(app); command != &app;
         command = command->get_parent())
        words = ' ' + command->get_name() + words;
    tell(fmt::format("Try \"preflag{} --help\".", words));
    return no_result;
}

/// Help and version are answers, not errors; everything else that CLI11 throws is a usage error.
int end_of_parsing(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success))
        return usage_error(app, error);
    StandardOutput output;
    const int status = app.exit(error, output.stream(), output.stream());
    output.finish();
    return status;
}

int parse_and_run(CLI::App& app, const std::vector<Command>& commands, int argc, char** argv) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return end_of_parsing(app, error);
    }
    for (const Command& command : commands)
        if (command.app->parsed()) {
            check_values(*command.app);
            return command.run();
        }
    return no_result;
}

} // namespace

int run_app(int argc, char** argv) {
    CLI::App app{"preflag screens shipment manifests for regulated precursor chemicals and puts in "
                 "front of a person the few lines that deserve a look, each with the reason why."};
    app.name("preflag");
    app.footer(footer);
    app.set_version_flag("--version", std::string("preflag ") + PREFLAG_VERSION);
    app.require_subcommand(1);
    std::vector<Command> commands;
    commands.push_back(add_screen(app));
    commands.push_back(add_columns(app));
    commands.push_back(add_identify(app));
    commands.push_back(add_explain(app));
    for (Command& command : add_rules(app))
        commands.push_back(std::move(command));
    for (Command& command : add_lists(app))
        commands.push_back(std::move(command));
    for (Command& command : add_decide(app))
        commands.push_back(std::move(command));
    commands.push_back(add_selftest(app));
    commands.push_back(add_completion(app));
    commands.push_back(add_version(app));
    try {
        return parse_and_run(app, commands, argc, argv);
    } catch (const Interrupted& interrupted) {
        interrupted.end_process();
    } catch (const Error& error) {
        end_if_interrupted();
        complain(error.what());
    } catch (const std::bad_alloc&) {
        complain("out of memory");
    } catch (const std::exception& error) {
        complain(fmt::format("internal error: {}; please report it", error.what()));
    }
    return no_result;
}

} // namespace preflag
