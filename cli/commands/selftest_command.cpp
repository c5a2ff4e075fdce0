#include "selftest_command.h"

#include "command_line/config_file.h"
#include "exit_status.h"
#include "options/input_options.h"
#include "standard_output.h"

#include <preflag/knowledge/knowledge.h>
#include <preflag/run/cases/canaries.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <memory>

namespace preflag {

namespace {

struct SelftestArguments {
    InputArguments input;
    std::string config;
};

int run_selftest(const SelftestArguments& arguments) {
    const Knowledge knowledge = load_knowledge(rule_folders(arguments.input), {});
    const CaseResults canaries = run_canaries(knowledge);
    StandardOutput output;
    for (const std::string& failure : canaries.failures)
        fmt::print(output.stream(), "missed: {}\n", failure);
    fmt::print(output.stream(), "canaries {}/{} through {} packs, {} substances, {} names\n",
               canaries.passed, canaries.total, knowledge.rules.packs().size(),
               knowledge.catalogue.substances().size(), knowledge.catalogue.name_count());
    output.finish();
    return canaries.failures.empty() && canaries.total > 0 ? clean : not_trusted;
}

} // namespace

Command selftest_command() {
    Command command{"selftest", "Screen the canary lines through your own packs and settings"};
    auto arguments = std::make_shared<SelftestArguments>();
    add_rules_option(command.options, arguments->input);
    add_config_option(command.options, arguments->config);
    command.statuses = {{0, "every canary was found"},
                        {2, "no answer: usage, configuration, input or pack error"},
                        {3, "a canary was missed"}};
    command.run = [arguments] { return run_selftest(*arguments); };
    return command;
}

} // namespace preflag
