// A configuration file, against a command with options of each kind.
#include "options/config_file.h"
#include "fuzzing.h"

#include <preflag/base/error.h>

#include <CLI/CLI.hpp>

using namespace preflag;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string path =
        fuzzing::file_with("config.yaml", {reinterpret_cast<const char*>(data), size});
    CLI::App application("fuzz");
    CLI::App* command = application.add_subcommand("screen");
    std::string format = "table";
    std::vector<std::string> regimes;
    unsigned jobs = 1;
    bool quiet = false;
    std::string config;
    command->add_option("--format", format)->check(CLI::IsMember({"table", "csv"}));
    command->add_option("--regime", regimes);
    command->add_option("--jobs", jobs)->check(CLI::Range(1, 64));
    command->add_flag("--quiet", quiet);
    add_config_option(*command, config);
    try {
        apply_config(*command, path);
    } catch (const PackError& error) {
        fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
    } catch (const Error&) {
    }
    fuzzing::require(format == "table" || format == "csv", "an unchecked value got through");
    fuzzing::require(jobs >= 1 && jobs <= 64, "a value out of range got through");
    return 0;
}
