#pragma once

#include <preflag/report/counts/grouped_counts.h>
#include <preflag/screening/screened_line.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace preflag {

/// A rule that lines of the page cite, with what the page says of it once.
struct CitedRule {
    std::string id, regime, limit, citation, duty;
    Outcome outcome = Outcome::monitored;
    bool verified = true;
    std::uint64_t lines = 0;
};

/// What the lines of a page have in common, gathered while they go by. What it takes grows with the
/// rules and routes that occur, and both are bounded, not with the lines.
class PageTally {
  public:
    static constexpr std::size_t most_routes = 10'000;

    /// Numbers, from 1, of the rules of the line's findings, in their order.
    std::vector<std::size_t> add(const ScreenedLine& line);
    /// The number, from 1, of this combination of rules; 0 when there are too many of them.
    std::size_t combination(const std::vector<std::size_t>& rules);

    std::vector<CitedRule> rules;
    std::vector<std::vector<std::size_t>> combinations; ///< numbers of rules
    GroupedCounts routes{{GroupKey::substance, GroupKey::route}, most_routes};
    std::uint64_t lines = 0, open_lines = 0;
    std::array<std::uint64_t, severity_count> by_severity{}; ///< of lines with open findings

  private:
    std::size_t rule_number(const Finding& finding);

    std::map<std::string, std::size_t> rule_numbers_;
    std::map<std::vector<std::size_t>, std::size_t> combination_numbers_;
};

} // namespace preflag
