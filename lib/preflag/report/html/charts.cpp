#include <preflag/report/html/charts.h>
#include <preflag/report/html/html_text.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t most_route_rows = 25;

std::string bar_cell(std::string_view kind, std::uint64_t value, std::uint64_t most) {
    constexpr double whole = 100;
    const double width =
        most == 0 ? 0 : whole * static_cast<double>(value) / static_cast<double>(most);
    return fmt::format("<td><svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
                       "aria-hidden=\"true\" focusable=\"false\"><rect class=\"fill-{}\" "
                       "width=\"{:.1f}\" height=\"10\"/></svg></td><td class=\"n\">{}</td>",
                       kind, width, grouped(value));
}

std::string figure(std::string_view title, std::string_view head, const std::string& rows) {
    return rows.empty()
               ? std::string()
               : fmt::format("<div class=\"scroll\" role=\"region\" aria-label=\"{0}\" "
                             "tabindex=\"0\"><table class=\"chart\"><caption>{0}</caption>"
                             "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>\n",
                             title, head, rows);
}

std::string kilograms_cell(const GroupCount& count) {
    std::string amount =
        count.kilograms > 0
            ? grouped(static_cast<std::uint64_t>(std::min(count.kilograms + 0.5, 1e15))) + " kg"
            : std::string();
    if (count.lines_without_quantity == 0)
        return amount;
    return amount.empty() ? "not stated" : amount + " or more";
}

std::string place_html(const std::string& place) {
    return place.empty() ? "not stated" : "<bdi>" + html_text(place) + "</bdi>";
}

} // namespace

std::string severity_chart(const PageTally& tally) {
    const std::uint64_t most =
        *std::max_element(tally.by_severity.begin(), tally.by_severity.end());
    std::string rows;
    for (std::size_t i = severity_count; i-- > 0;)
        if (tally.by_severity[i] > 0)
            rows += fmt::format(
                "<tr><th scope=\"row\">{0}</th>{1}</tr>", name_of(static_cast<Severity>(i)),
                bar_cell(name_of(static_cast<Severity>(i)), tally.by_severity[i], most));
    return figure(
        "Lines by severity",
        "<th scope=\"col\">Severity</th><th scope=\"col\">Share</th><th scope=\"col\">Lines</th>",
        rows);
}

std::string law_chart(const RunReport& run) {
    std::uint64_t most = 0;
    for (const auto& [law, counts] : run.counts.regimes)
        most = std::max({most, counts.met, counts.not_assessable});
    std::string rows;
    for (const auto& [law, counts] : run.counts.regimes)
        rows +=
            fmt::format("<tr><th scope=\"row\">{}</th>{}{}<td class=\"n\">{}</td></tr>",
                        html_text(law), bar_cell("law", counts.met, most),
                        bar_cell("open", counts.not_assessable, most), grouped(counts.near_misses));
    return figure("Lines by law",
                  "<th scope=\"col\">Law</th><th scope=\"colgroup\" colspan=\"2\">Meet a "
                  "limit</th><th scope=\"colgroup\" colspan=\"2\">Not "
                  "assessable</th><th scope=\"col\">Near misses</th>",
                  rows);
}

std::string route_chart(const PageTally& tally) {
    const std::vector<const GroupedCounts::Group*> routes = tally.routes.groups();
    std::string rows;
    std::uint64_t left_out = tally.routes.others().lines;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const auto& [cells, count] = *routes[i];
        if (i >= most_route_rows) {
            left_out += count.lines;
            continue;
        }
        rows += fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td>{}<td class=\"n\">{}</td></tr>",
            cells[0].empty() ? "none listed" : html_text(cells[0]), place_html(cells[1]),
            place_html(cells[2]), bar_cell("route", count.lines, routes.front()->count.lines),
            kilograms_cell(count));
    }
    if (left_out > 0)
        rows += fmt::format(
            "<tr><th scope=\"row\">others</th><td colspan=\"3\">{}{} further routes</td>"
            "<td class=\"n\">{}</td><td></td></tr>",
            tally.routes.others().lines > 0 ? "more than " : "",
            grouped(routes.size() - std::min(most_route_rows, routes.size())), grouped(left_out));
    return figure("Substances by route",
                  "<th scope=\"col\">Substance</th><th scope=\"col\">From</th><th "
                  "scope=\"col\">To</th><th scope=\"colgroup\" colspan=\"2\">Lines</th>"
                  "<th scope=\"col\">Quantity</th>",
                  rows);
}

} // namespace preflag
