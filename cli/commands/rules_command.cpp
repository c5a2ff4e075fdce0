#include "rules_command.h"

#include "commands/rules_diff.h"
#include "commands/rules_report.h"
#include "commands/rules_show.h"
#include "options/input_options.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace preflag {

namespace {

/// DIR may also be given after the word, as people type it.
void add_folders(CLI::App& command, RulesWords& words) {
    command
        .add_option("folder", words.folders,
                    "Folders with packs; a complete one stands for itself, any other adds to the "
                    "shipped packs")
        ->type_name("DIR");
    command.add_option("--rules", words.folders, "The same")
        ->type_name("DIR")
        ->allow_extra_args(false);
}

Command add_list(CLI::App& rules) {
    CLI::App* command =
        rules.add_subcommand("list", "Packs with editions, dates, countries and numbers of rules");
    auto words = std::make_shared<RulesWords>();
    add_folders(*command, *words);
    command->add_flag("--table", words->table,
                      "Print the limits of all laws on all substances as a Markdown table");
    return {command, [words] { return list_packs(*words); }};
}

Command add_check(CLI::App& rules) {
    CLI::App* command =
        rules.add_subcommand("check", "Report every defect of the packs with its place");
    auto words = std::make_shared<RulesWords>();
    add_folders(*command, *words);
    return {command, [words] { return check_packs(*words); }};
}

Command add_test(CLI::App& rules) {
    CLI::App* command = rules.add_subcommand("test", "Run the tests that the packs carry");
    auto words = std::make_shared<RulesWords>();
    add_folders(*command, *words);
    command->add_flag("--complete", words->complete, "Fail, too, when a rule has too few tests");
    return {command, [words] { return test_packs(*words); }};
}

Command add_show(CLI::App& rules) {
    CLI::App* command = rules.add_subcommand(
        "show", "One rule with its tests as the program has read it, or the rules of a pack");
    auto words = std::make_shared<ShowWords>();
    command->add_option("id", words->id, "Id of a rule, pack or law")->required();
    add_format_option(*command, *words);
    add_rules_option(*command, words->input);
    return {command, [words] { return show_rule(*words); }};
}

Command add_diff(CLI::App& rules) {
    CLI::App* command = rules.add_subcommand(
        "diff", "What changed between two folders of packs, and which lines it decides otherwise");
    auto words = std::make_shared<DiffWords>();
    command->add_option("old", words->before, "Folder before the change, or \"shipped\"")
        ->required()
        ->type_name("OLD");
    command->add_option("new", words->after, "Folder after the change, or \"shipped\"")
        ->required()
        ->type_name("NEW");
    command->add_option("--on", words->manifests, "Manifests to judge by both")
        ->type_name("MANIFEST");
    command->footer("Status: 0 nothing changed, 1 something did, 2 packs or manifests that cannot "
                    "be read.");
    return {command, [words] { return diff_packs(*words); }};
}

} // namespace

std::vector<Command> add_rules(CLI::App& app) {
    CLI::App* rules = app.add_subcommand("rules", "List, check, test and compare the rule packs");
    rules->require_subcommand(1);
    return {add_list(*rules), add_check(*rules), add_test(*rules), add_show(*rules),
            add_diff(*rules)};
}

} // namespace preflag
