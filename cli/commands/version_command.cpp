#include "version_command.h"

#include "exit_status.h"
#include "options/input_options.h"
#include "standard_output.h"
#include "version.h"

#include <preflag/report/report_json.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <memory>

namespace preflag {

namespace {

int run_version(bool json) {
    StandardOutput output;
    if (json)
        output.stream() << version_json(PREFLAG_VERSION, shipped_rules().string()) << '\n';
    else
        fmt::print(output.stream(), "preflag {}\n", PREFLAG_VERSION);
    output.finish();
    return clean;
}

} // namespace

Command version_command() {
    Command command{"version", "Print the version of the program and of its formats"};
    auto json = std::make_shared<bool>(false);
    command.options.add(
        flag("--json", *json, "As JSON, with the schema of each format and the rules used"));
    command.statuses = {{0, "answered"}, {2, "no answer: usage error"}};
    command.run = [json] { return run_version(*json); };
    return command;
}

} // namespace preflag
