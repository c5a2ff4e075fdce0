// A configuration file, against a command with options of each kind.
#include "command_line/config_file.h"
#include "fuzzing.h"

#include <preflag/base/error.h>

using namespace preflag;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string config =
        fuzzing::file_with("config.yaml", {reinterpret_cast<const char*>(data), size});
    std::string format = "table";
    std::vector<std::string> regimes, outputs;
    std::optional<unsigned> jobs;
    bool quiet = false;
    Command program{"preflag", ""};
    Command& screen = program.nested.emplace_back(Command{"screen", ""});
    screen.options.begin_group("Options of the file");
    screen.options.add(choice("--format", format, {"table", "csv"}, ""));
    screen.options.add(text("--regime", &regimes, "ID", ""));
    screen.options.add(report("--output", &outputs, ""));
    screen.options.add(number("--jobs", jobs, {1, 64}, "N", ""));
    screen.options.add(flag("--quiet", quiet, ""));
    add_config_option(screen.options, config);
    ParsedLine line{ParsedLine::Wish::run, {&program, &screen}, {}};
    try {
        apply_config(program, line);
    } catch (const MalformedFile& error) {
        fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
    } catch (const Error&) {
    }
    fuzzing::require(format == "table" || format == "csv", "an unchecked value got through");
    fuzzing::require(!jobs || (*jobs >= 1 && *jobs <= 64), "a value out of range got through");
    return 0;
}
