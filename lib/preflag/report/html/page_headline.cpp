#include <preflag/report/html/html_text.h>
#include <preflag/report/html/page_headline.h>
#include <preflag/report/html/run_sections.h>

#include <fmt/format.h>

namespace preflag {

namespace {

std::string how_many(const RunReport& run, const PageTally& tally) {
    const bool has_run = !run.version.empty();
    const std::uint64_t flagged = has_run ? run.counts.lines_flagged : tally.open_lines;
    const std::uint64_t all = has_run ? run.counts.lines_screened : tally.lines;
    return fmt::format("{} of {}", grouped(flagged), grouped(all, "line"));
}

std::string severities_html(const PageTally& tally) {
    std::string html;
    for (std::size_t i = severity_count; i-- > 0;)
        if (tally.by_severity[i] > 0)
            html += fmt::format("<li><b class=\"sev {0}\">{0}</b> {1}</li>",
                                name_of(static_cast<Severity>(i)), grouped(tally.by_severity[i]));
    return html.empty() ? html : "<ul class=\"counts\">" + html + "</ul>\n";
}

/// The soonest of the deadlines of the laws on the page.
std::string soonest_html(const PageTally& tally, const AdviceSource& page) {
    const ReportingDeadline* soonest = nullptr;
    for (const CitedRule& rule : tally.rules) {
        const ReportingDeadline* const one = page.contacts.deadline_of(rule.regime);
        if (one != nullptr && (soonest == nullptr || one->hours < soonest->hours))
            soonest = one;
    }
    if (soonest == nullptr)
        return {};
    const std::string when =
        page.day ? fmt::format("by <strong><time datetime=\"{0}\">{0}</time></strong>",
                               to_string(due_day(*soonest, *page.day)))
                 : fmt::format("within {} hours", soonest->hours);
    return fmt::format("<p>If something here is found suspicious, the first report is due {} ({}): "
                       "<a href=\"#whom\">whom to tell</a>.</p>\n",
                       when, html_text(soonest->citation));
}

std::string trust_html(const RunReport& run) {
    if (run.version.empty())
        return {};
    if (run.warnings.empty())
        return "<p>The run is complete.</p>\n";
    return "<div class=\"alarm\" role=\"note\"><h2>Incomplete: do not rely on this result</h2>" +
           warnings_html(run) + "</div>\n";
}

std::string rest_html(const RunReport& run, const PageTally& tally, const std::string& rest) {
    if (rest.empty() || run.counts.lines_flagged <= tally.open_lines)
        return {};
    return fmt::format(
        "<p class=\"rest\">The <strong>{}</strong> most telling lines are on this page; the other "
        "<strong>{}</strong> are in <code>{}</code>.</p>\n",
        grouped(tally.open_lines), grouped(run.counts.lines_flagged - tally.open_lines),
        html_text(rest));
}

} // namespace

std::string title_text(const RunReport& run, const PageTally& tally) {
    return "preflag: " + how_many(run, tally) + " to look at";
}

std::string headline_html(const RunReport& run, const PageTally& tally, const AdviceSource& page,
                          const std::string& rest) {
    const std::string day = page.day ? fmt::format("<p class=\"day\">Run of <time>{}</time></p>\n",
                                                   to_string(*page.day))
                                     : std::string();
    return fmt::format("{}<h1>{} to look at</h1>\n", day, how_many(run, tally)) +
           severities_html(tally) + soonest_html(tally, page) + rest_html(run, tally, rest) +
           trust_html(run);
}

} // namespace preflag
