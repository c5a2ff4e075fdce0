#include "rules_command.h"

#include "command_line/config_file.h"
#include "commands/rules/rules_compile.h"
#include "commands/rules/rules_diff.h"
#include "commands/rules/rules_report.h"
#include "commands/rules/rules_show.h"
#include "options/input_options.h"
#include "options/output_options.h"

#include <memory>

namespace preflag {

namespace {

/// DIR may also be given after the word, as people type it.
void add_folders(OptionSet& options, RulesArguments& arguments) {
    options
        .add(folder("folder", &arguments.folders,
                    "Folders with packs; a complete one stands for itself, any other adds to "
                    "the shipped packs"))
        .with_rest();
    options.add(folder("--rules", &arguments.more_folders, "The same (repeatable)"));
}

Command list_rules_command() {
    Command command{"list", "Packs with editions, dates, countries and numbers of rules"};
    auto arguments = std::make_shared<RulesArguments>();
    add_folders(command.options, *arguments);
    command.options.add(flag("--table", arguments->table,
                             "Print the limits of all laws on all substances as a Markdown table"));
    command.statuses = {{0, "answered"},
                        {2, "no answer: usage, configuration, input or pack error"}};
    command.run = [arguments] { return list_packs(*arguments); };
    return command;
}

Command check_rules_command() {
    Command command{"check", "Report every defect of the packs with its place"};
    auto arguments = std::make_shared<RulesArguments>();
    add_folders(command.options, *arguments);
    command.statuses = {{0, "no defect"}, {2, "a defect, or a usage error"}};
    command.run = [arguments] { return check_packs(*arguments); };
    return command;
}

Command test_command() {
    Command command{"test", "Run the tests that the packs carry"};
    auto arguments = std::make_shared<RulesArguments>();
    add_folders(command.options, *arguments);
    command.options.add(
        flag("--complete", arguments->complete, "Fail, too, when a rule has too few tests"));
    command.statuses = {{0, "every test passes"},
                        {2, "a test fails, there is none, or the packs cannot be read"}};
    command.run = [arguments] { return test_packs(*arguments); };
    return command;
}

Command compile_rules_command() {
    Command command{"compile", "Write the image of the packs, from which a run starts faster"};
    auto arguments = std::make_shared<CompileArguments>();
    command.options
        .add(folder("folder", &arguments->folders,
                    "Folders with packs; the shipped ones when none is given"))
        .with_rest();
    command.options.add(file("--output", &arguments->output,
                             "Where it is written, instead of where the program looks for it"));
    command.statuses = {{0, "written"}, {2, "a defect of the packs, or no room to write"}};
    command.run = [arguments] { return compile_rules(*arguments); };
    return command;
}

Command show_command() {
    Command command{"show",
                    "One rule with its tests as the program has read it, or the rules of a pack"};
    auto arguments = std::make_shared<ShowArguments>();
    command.options.add(text("id", &arguments->id, "ID", "Id of a rule, pack or law")).required();
    add_format_option(command.options, arguments->format, {"text", "markdown", "json"});
    add_rules_option(command.options, arguments->input);
    add_config_option(command.options, arguments->config);
    command.statuses = {{0, "answered"},
                        {2, "no answer: usage, configuration, input or pack error"}};
    command.run = [arguments] { return show_rule(*arguments); };
    return command;
}

Command diff_command() {
    Command command{
        "diff", "What changed between two folders of packs, and which lines it decides otherwise"};
    auto arguments = std::make_shared<DiffArguments>();
    command.options
        .add(folder("old", &arguments->before, "Folder before the change, or \"shipped\""))
        .required()
        .value_name = "OLD";
    command.options.add(folder("new", &arguments->after, "Folder after the change, or \"shipped\""))
        .required()
        .value_name = "NEW";
    command.options.add(file("--on", &arguments->manifests, "Manifests to judge by both"))
        .with_rest()
        .value_name = "MANIFEST";
    command.statuses = {{0, "nothing changed"},
                        {1, "something did"},
                        {2, "packs or manifests that cannot be read"}};
    command.run = [arguments] { return diff_packs(*arguments); };
    return command;
}

} // namespace

Command rules_command() {
    Command command{"rules", "List, check, test and compare the rule packs"};
    command.nested = {list_rules_command(), check_rules_command(), test_command(),
                      show_command(),       diff_command(),        compile_rules_command()};
    return command;
}

} // namespace preflag
