#include <preflag/report/html/page_tally.h>
#include <preflag/rules/packs/rule_pack.h>

#include <cmath>
#include <set>

namespace preflag {

namespace {

constexpr std::size_t most_combinations = 4096;
constexpr std::size_t most_routes = 10'000;

} // namespace

std::string destination_of(const ScreenedLine& line) {
    return line.destination.empty() ? line.consignee_country : line.destination;
}

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
    add_routes(line);
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

void PageTally::add_routes(const ScreenedLine& line) {
    constexpr std::size_t longest = 40;
    for (const Identification& substance : line.reading.substances) {
        SubstanceRoute route{substance.substance->id, line.origin.substr(0, longest),
                             destination_of(line).substr(0, longest)};
        if (routes.size() >= most_routes && !routes.contains(route))
            route = {substance.substance->id, "other", "other"};
        RouteCount& count = routes[route];
        ++count.lines;
        if (substance.quantity && substance.quantity->value.kilograms &&
            std::isfinite(substance.quantity->value.kilograms->high))
            count.kilograms += substance.quantity->value.kilograms->high;
        else
            count.is_whole = false;
    }
}

} // namespace preflag
