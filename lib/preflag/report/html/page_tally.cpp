#include <preflag/report/html/page_tally.h>
#include <preflag/rules/packs/rule_pack.h>

#include <set>

namespace preflag {

namespace {

constexpr std::size_t most_combinations = 4096;

} // namespace

std::size_t PageTally::rule_number(const Finding& finding) {
    const Rule& rule = *finding.rule;
    // Entries of a list share their list's rule; a rule may speak with several outcomes.
    const auto [known, is_new] = rule_numbers_.try_emplace(rule.id, rules.size() + 1);
    if (is_new)
        rules.push_back({rule.id, rule.regime, finding.limit(),
                         finding.entry.empty() ? finding.citation() : std::string(), rule.duty,
                         finding.outcome, rule.verified, 0});
    return known->second;
}

std::vector<std::size_t> PageTally::add(const ScreenedLine& line) {
    ++lines;
    if (line.has_open_findings()) {
        ++open_lines;
        ++by_severity[static_cast<std::size_t>(line.severity)];
    }
    std::vector<std::size_t> numbers;
    std::set<std::size_t> counted_once;
    for (const Finding& finding : line.findings) {
        numbers.push_back(rule_number(finding));
        if (counted_once.insert(numbers.back()).second)
            ++rules[numbers.back() - 1].lines;
    }
    routes.add(line);
    return numbers;
}

std::size_t PageTally::combination(const std::vector<std::size_t>& numbers) {
    if (const auto known = combination_numbers_.find(numbers); known != combination_numbers_.end())
        return known->second;
    if (combinations.size() == most_combinations)
        return 0;
    combinations.push_back(numbers);
    return combination_numbers_[numbers] = combinations.size();
}

} // namespace preflag
