#include "app.h"

#include "command_line/command_line.h"
#include "command_line/config_file.h"
#include "commands/help_command.h"
#include "commands/program.h"
#include "exit_status.h"
#include "interruption.h"
#include "standard_output.h"
#include "terminal.h"
#include "version.h"

#include <preflag/base/error.h>

#include <fmt/format.h>

#include <exception>
#include <new>

namespace preflag {

namespace {

void complain(std::string_view message) {
    tell(fmt::format("preflag: {}", message));
}

int print_version() {
    StandardOutput output;
    output.stream() << "preflag " << PREFLAG_VERSION << '\n';
    output.finish();
    return clean;
}

int parse_and_run(int argc, char** argv) {
    Command program;
    describe_program(program);
    ParsedLine line = parse_command_line(program, argc, argv);
    if (line.wish == ParsedLine::Wish::version)
        return print_version();
    if (line.wish == ParsedLine::Wish::help) {
        print_help(line.path);
        return clean;
    }
    apply_config(program, line);
    check_required(line);
    return line.path.back()->run();
}

} // namespace

int run_app(int argc, char** argv) {
    try {
        return parse_and_run(argc, argv);
    } catch (const Interrupted& interrupted) {
        interrupted.end_process();
    } catch (const CommandLineError& error) {
        complain(error.what());
        tell(fmt::format("Try \"{} --help\".", error.title));
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
