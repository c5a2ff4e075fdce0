#include "rules_report.h"

#include "exit_status.h"
#include "knowledge.h"
#include "options/rule_folders.h"
#include "standard_output.h"

#include <preflag/base/country_table.h>
#include <preflag/report/explanation_writer.h>
#include <preflag/report/wrap.h>
#include <preflag/run/canaries.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

Knowledge load(const RulesWords& words) {
    std::vector<std::string> folders = words.folders;
    folders.insert(folders.end(), words.more_folders.begin(), words.more_folders.end());
    return load_knowledge(folders_with(folders), {});
}

using Cells = std::array<std::string, 9>;

std::string date_text(const std::optional<Date>& date) {
    return date ? to_string(*date) : "";
}

std::string countries_text(const RulePack& pack) {
    const auto countries =
        pack.countries ? pack.countries->shortened(pack.jurisdiction) : pack.jurisdiction;
    return countries.empty() ? "everywhere" : fmt::format("{}", fmt::join(countries, " "));
}

Cells cells_of(const RulePack& pack) {
    const auto unverified = std::count_if(pack.rules.begin(), pack.rules.end(),
                                          [](const Rule& rule) { return !rule.verified; });
    return {pack.id,
            std::to_string(pack.rules.size()),
            std::to_string(static_cast<std::ptrdiff_t>(pack.rules.size()) - unverified),
            std::to_string(unverified),
            date_text(pack.from),
            date_text(pack.until),
            date_text(pack.review_by),
            countries_text(pack),
            pack.edition};
}

/// Columns as wide as their widest cell; the last one runs on.
void print_table(const std::vector<Cells>& rows, std::ostream& stream) {
    std::array<std::size_t, 9> widths{};
    for (const Cells& row : rows)
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    for (const Cells& row : rows) {
        std::string line;
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            line += padded(row[i], widths[i]) + "  ";
        fmt::print(stream, "{}{}\n", line, row.back());
    }
}

void print_failures(const CaseResults& results, std::ostream& stream) {
    for (const std::string& failure : results.failures)
        fmt::print(stream, "failed: {}\n", failure);
    for (const ThinRule& thin : results.thin)
        fmt::print(stream, "too few tests: {}: {}\n", thin.rule, thin.missing);
}

} // namespace

int list_packs(const RulesWords& words) {
    const Knowledge knowledge = load(words);
    StandardOutput output;
    if (words.table) {
        output.stream() << law_table_markdown(knowledge.rules, knowledge.catalogue);
    } else {
        std::vector<Cells> rows{{"pack", "rules", "verified", "unverified", "from", "until",
                                 "review by", "countries", "edition"}};
        for (const RulePack& pack : knowledge.rules.packs())
            rows.push_back(cells_of(pack));
        print_table(rows, output.stream());
        for (const RulePack& pack : knowledge.rules.packs())
            for (const PackChange& change : pack.changes)
                fmt::print(output.stream(), "{}\n", to_string(change, pack));
    }
    output.finish();
    return clean;
}

/// Loading reports every defect by itself; reaching the end means that there is none.
int check_packs(const RulesWords& words) {
    const Knowledge knowledge = load(words);
    StandardOutput output;
    fmt::print(output.stream(), "{} packs, {} rules, {} substances: no defect\n",
               knowledge.rules.packs().size(), knowledge.rules.rule_count(),
               knowledge.catalogue.substances().size());
    output.finish();
    return clean;
}

int test_packs(const RulesWords& words) {
    const Knowledge knowledge = load(words);
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
    const bool is_too_thin = words.complete && !results.thin.empty();
    return results.failures.empty() && results.total > 0 && !is_too_thin ? clean : no_result;
}

} // namespace preflag
