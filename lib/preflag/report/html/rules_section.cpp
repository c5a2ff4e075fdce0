#include <preflag/report/html/html_text.h>
#include <preflag/report/html/rules_section.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

void add_fact(std::string& html, std::string_view name, const std::string& text) {
    if (!text.empty())
        html += fmt::format("<dt>{}</dt><dd>{}</dd>", name, html_clipped(text, 2000));
}

std::string rule_html(const CitedRule& rule, std::size_t number, const AdviceSource& page) {
    std::string facts;
    add_fact(facts, "Limit", rule.limit);
    add_fact(facts, "Where it is written", rule.citation);
    add_fact(facts, "Duty", rule.duty);
    if (const ReportingDeadline* deadline = page.contacts.deadline_of(rule.regime))
        add_fact(facts, "Deadline",
                 fmt::format("{} hours after {} ({}; {})", deadline->hours, deadline->event,
                             deadline->who, deadline->citation));
    if (!rule.verified)
        add_fact(facts, "Check", "not verified against its source yet");
    add_fact(facts, "Lines here", grouped(rule.lines));
    return fmt::format(
        "<section class=\"rule\" id=\"r{}\" tabindex=\"-1\"><h3>{}</h3><dl>{}</dl></section>\n",
        number, html_text(rule.id), facts);
}

std::string combinations_html(const PageTally& tally) {
    std::string rows;
    for (std::size_t i = 0; i < tally.combinations.size(); ++i) {
        std::string links;
        for (const std::size_t rule : tally.combinations[i])
            links += fmt::format("<li><a href=\"#r{}\">{}</a></li>", rule,
                                 html_text(tally.rules[rule - 1].id));
        rows += fmt::format("<section class=\"rule\" id=\"c{0}\" tabindex=\"-1\"><h4>Together, no. "
                            "{0}</h4><ul>{1}</ul></section>\n",
                            i + 1, links);
    }
    return rows.empty() ? rows
                        : "<details id=\"together\"><summary>Which rules came together on "
                          "lines</summary>\n<h3>Rules that came together</h3>\n" +
                              rows + "</details>\n";
}

bool is_cited(const PageTally& tally, std::string_view regime) {
    return std::any_of(tally.rules.begin(), tally.rules.end(),
                       [&](const CitedRule& rule) { return rule.regime == regime; });
}

std::string link(const std::string& address, std::string_view words) {
    return address.starts_with("https://") || address.starts_with("http://")
               ? fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html_text(address), words)
               : html_text(address);
}

std::string point_html(const ContactPoint& point, const AdviceSource& page) {
    const bool is_old = page.day && *page.day > point.review_by;
    std::string how = html_text(point.phone);
    for (const std::string& more :
         {html_text(point.mail), link(point.page, "its page"), html_text(point.note)})
        how += more.empty() || how.empty() ? more : "; " + more;
    if (how.empty())
        how = "as its source tells";
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{} of {}{}</td></tr>\n",
        html_text(point.country), html_text(point.name), how, link(point.source, "source"),
        to_string(point.reviewed), is_old ? ": <strong>overdue for review</strong>" : "");
}

std::string deadlines_html(const PageTally& tally, const AdviceSource& page) {
    std::string html;
    for (const ReportingDeadline& deadline : page.contacts.deadlines)
        if (is_cited(tally, deadline.regime))
            html += fmt::format(
                "<li>{}: {} hours after {} ({}). {}, {} of {}{}.</li>", html_text(deadline.regime),
                deadline.hours, html_text(deadline.event), html_text(deadline.who),
                html_text(deadline.citation), link(deadline.source, "source"),
                to_string(deadline.reviewed),
                page.day && *page.day > deadline.review_by ? ": <strong>overdue for review</strong>"
                                                           : "");
    return html.empty() ? html : "<ul>" + html + "</ul>\n";
}

} // namespace

std::string whom_section(const PageTally& tally, const AdviceSource& page) {
    std::string html = deadlines_html(tally, page);
    std::string rows;
    for (const ContactPoint& point : page.contacts.points)
        if (std::any_of(point.regimes.begin(), point.regimes.end(),
                        [&](const std::string& regime) { return is_cited(tally, regime); }))
            rows += point_html(point, page);
    if (!rows.empty())
        html += "<div class=\"scroll\" role=\"region\" aria-label=\"Contact points\" "
                "tabindex=\"0\"><table><caption>Contact points on file</caption>"
                "<thead><tr><th scope=\"col\">Country</th><th scope=\"col\">Who</th><th "
                "scope=\"col\">How</th><th scope=\"col\">Reviewed</th></tr></thead><tbody>\n" +
                rows + "</tbody></table></div>\n";
    if (html.empty())
        return "<p>No law on this page sets a deadline that is on file.</p>\n";
    return html + (page.contacts.elsewhere.empty()
                       ? std::string()
                       : fmt::format("<p>Of other countries: {}.</p>\n",
                                     link(page.contacts.elsewhere, "where to look")));
}

std::string rules_html(const PageTally& tally, const AdviceSource& page) {
    std::string html;
    for (std::size_t i = 0; i < tally.rules.size(); ++i)
        html += rule_html(tally.rules[i], i + 1, page);
    return html.empty() ? "<p>No rule is cited.</p>\n" : html + combinations_html(tally);
}

} // namespace preflag
