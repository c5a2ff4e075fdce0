#include <preflag/report/counts/group_key.h>
#include <preflag/report/html/html_text.h>
#include <preflag/report/html/row_html.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

namespace preflag {

namespace {

constexpr std::size_t most_goods = 100, most_consignee = 50, most_shipment = 32;

/// "eu-2019-1148 +7": who speaks first, and how many more. Leads to the rules of the line.
std::string found_cell(const ScreenedLine& line, const std::vector<std::size_t>& rules,
                       PageTally& tally) {
    if (line.findings.empty())
        return "clear";
    const Rule& first = *line.findings.front().rule;
    std::string name = html_text(first.regime.empty() ? first.id : first.regime);
    if (rules.size() > 1)
        name += fmt::format(" +{}", rules.size() - 1);
    if (const std::size_t number = tally.combination(rules); number > 0)
        return fmt::format("<a href=#c{}>{}</a>", number, name);
    std::string links;
    for (const std::size_t rule : rules)
        links += fmt::format("{}<a href=#r{}>{}</a>", links.empty() ? "" : " ", rule,
                             html_text(tally.rules[rule - 1].id));
    return links;
}

std::string state_cell(const ScreenedLine& line) {
    if (line.findings.empty())
        return "-";
    return line.is_cleared() ? "cleared" : std::string(name_of(line.severity));
}

} // namespace

std::string row_html(const ScreenedLine& line, const std::vector<std::size_t>& rules,
                     PageTally& tally) {
    return fmt::format(
        "<tr><td>{}<td>{}<td>{}<td>{}<td>{}<td>{}<td>{}<td>{}<td>{}\n", line.line,
        html_clipped(line.shipment, most_shipment), state_cell(line), line.score,
        html_clipped(line.goods, most_goods), html_clipped(line.consignee, most_consignee),
        html_clipped(destination_of(line), most_shipment), found_cell(line, rules, tally),
        line.findings.empty() ? "" : line.findings.front().id);
}

} // namespace preflag
