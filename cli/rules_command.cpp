#include "rules_command.h"

#include "exit_status.h"
#include "input_options.h"
#include "knowledge.h"
#include "standard_output.h"

#include <preflag/base/date.h>
#include <preflag/screening/canaries.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

std::string period_of(const RulePack& pack) {
    const std::string from = pack.from ? to_string(*pack.from) : "";
    return fmt::format("{:>10} .. {}", from, pack.until ? to_string(*pack.until) : "");
}

int list_packs(const InputWords& words) {
    const Knowledge knowledge = load_knowledge(rule_folders(words), {});
    StandardOutput output;
    fmt::print(output.stream(), "{:<28} {:>5} {:>10}  {:<24}  {:<10}  {}\n", "pack", "rules",
               "unverified", "in force", "reviewed", "edition");
    for (const RulePack& pack : knowledge.rules.packs()) {
        const auto unverified = std::count_if(pack.rules.begin(), pack.rules.end(),
                                              [](const Rule& rule) { return !rule.verified; });
        fmt::print(output.stream(), "{:<28} {:>5} {:>10}  {:<24}  {:<10}  {}\n", pack.id,
                   pack.rules.size(), unverified, period_of(pack),
                   pack.reviewed ? to_string(*pack.reviewed) : "", pack.edition);
    }
    output.finish();
    return clean;
}

/// Loading reports every defect by itself; reaching the end means that there is none.
int check_packs(const InputWords& words) {
    const Knowledge knowledge = load_knowledge(rule_folders(words), {});
    StandardOutput output;
    fmt::print(output.stream(), "{} packs, {} rules, {} substances: no defect\n",
               knowledge.rules.packs().size(), knowledge.rules.rule_count(),
               knowledge.catalogue.substances().size());
    output.finish();
    return clean;
}

int test_packs(const InputWords& words) {
    const Knowledge knowledge = load_knowledge(rule_folders(words), {});
    const CaseResults results = run_rule_cases(knowledge.catalogue, knowledge.rules);
    StandardOutput output;
    for (const std::string& failure : results.failures)
        fmt::print(output.stream(), "failed: {}\n", failure);
    fmt::print(output.stream(), "{} rules, {} cases: {} passed, {} failed\n",
               knowledge.rules.active_rule_count(), results.total, results.passed,
               results.failures.size());
    output.finish();
    return results.failures.empty() && results.total > 0 ? clean : no_result;
}

Command add(CLI::App& rules, const char* name, const char* help, int (*run)(const InputWords&)) {
    CLI::App* command = rules.add_subcommand(name, help);
    auto words = std::make_shared<InputWords>();
    add_rules_option(*command, *words);
    return {command, [run, words] { return run(*words); }};
}

} // namespace

std::vector<Command> add_rules(CLI::App& app) {
    CLI::App* rules = app.add_subcommand("rules", "List, check and test the rule packs");
    rules->require_subcommand(1);
    return {add(*rules, "list", "Packs, editions, dates and numbers of rules", list_packs),
            add(*rules, "check", "Report every defect of the packs with its place", check_packs),
            add(*rules, "test", "Run the tests that the packs carry", test_packs)};
}

} // namespace preflag
