#include "rules_report.h"

#include "exit_status.h"
#include "options/input_options.h"
#include "options/rule_folders.h"
#include "standard_output.h"

#include <preflag/base/text.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/report/explanation/explanation_writer.h>
#include <preflag/report/pack_table_writer.h>
#include <preflag/run/cases/canaries.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

namespace preflag {

namespace {

Knowledge load(const RulesArguments& arguments) {
    std::vector<std::string> folders = arguments.folders;
    folders.insert(folders.end(), arguments.more_folders.begin(), arguments.more_folders.end());
    return load_knowledge(folders_with(folders), {});
}

void print_failures(const CaseResults& results, std::ostream& stream) {
    for (const std::string& failure : results.failures)
        fmt::print(stream, "failed: {}\n", printable(failure));
    for (const ThinRule& thin : results.thin)
        fmt::print(stream, "too few tests: {}: {}\n", thin.rule, thin.missing);
}

} // namespace

int list_packs(const RulesArguments& arguments) {
    const Knowledge knowledge = load(arguments);
    StandardOutput output;
    if (arguments.table)
        output.stream() << law_table_markdown(knowledge.rules, knowledge.catalogue);
    else
        write_pack_table(knowledge.rules, output.stream());
    output.finish();
    return clean;
}

/// Loading reports every defect by itself; reaching the end means that there is none.
int check_packs(const RulesArguments& arguments) {
    const Knowledge knowledge = load(arguments);
    StandardOutput output;
    fmt::print(output.stream(), "{} packs, {} rules, {} substances: no defect\n",
               knowledge.rules.packs().size(), knowledge.rules.rule_count(),
               knowledge.catalogue.substances().size());
    output.finish();
    return clean;
}

int test_packs(const RulesArguments& arguments) {
    const Knowledge knowledge = load(arguments);
    const CaseResults results = run_rule_cases(knowledge);
    StandardOutput output;
    print_failures(results, output.stream());
    for (const PackCases& pack : results.packs)
        fmt::print(output.stream(), "{}: {} rules, {} cases, {} failed\n", pack.pack, pack.rules,
                   pack.total, pack.total - pack.passed);
    fmt::print(output.stream(), "{} rules, {} cases: {} passed, {} failed; {} rules with too few\n",
               knowledge.rules.active_rule_count(), results.total, results.passed,
               results.failures.size(), results.thin.size());
    output.finish();
    const bool is_too_thin = arguments.complete && !results.thin.empty();
    return results.failures.empty() && results.total > 0 && !is_too_thin ? clean : no_result;
}

} // namespace preflag
