#include <preflag/base/text.h>
#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/html/card_html.h>
#include <preflag/report/html/html_text.h>
#include <preflag/report/text/score_text.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <cmath>

namespace preflag {

namespace {

constexpr std::size_t most_of_cell = 2000, most_of_part = 300;
constexpr std::size_t most_findings_open = 4; ///< shown without unfolding

std::string part(std::string_view heading, const std::string& content) {
    return content.empty() ? std::string()
                           : fmt::format("<section><h4>{}</h4>{}</section>\n", heading, content);
}

std::string margin_html(const Finding& finding) {
    if (!finding.margin || !std::isfinite(*finding.margin) || finding.margin_unit.empty())
        return {};
    return fmt::format(" {:.4g} {} {} the limit.", std::abs(*finding.margin),
                       html_text(finding.margin_unit), *finding.margin < 0 ? "below" : "above");
}

/// A finding with all that was kept about it; its rule's duty stands with the rule.
std::string finding_html(const Finding& finding, std::size_t rule) {
    std::string html =
        fmt::format("<li><p><b class=\"sev {0}\">{0}</b> {1}.{2}", name_of(finding.severity),
                    html_clipped(finding.message, most_of_cell), margin_html(finding));
    if (!finding.would_settle.empty())
        html += fmt::format(" <em>{}.</em>", html_clipped(finding.would_settle, most_of_cell));
    for (const std::string& item : finding.counted)
        html += fmt::format(" <span class=\"item\">{}</span>", html_clipped(item, most_of_part));
    if (const std::string because = because_of(finding); !because.empty())
        html += fmt::format(" <em>{}</em>", html_clipped(because, most_of_cell));
    for (const std::string& remark : finding.remarks)
        html += fmt::format(" {}.", html_clipped(remark, most_of_cell));
    return html +
           fmt::format("</p><p class=\"small\"><a href=\"#r{}\">{}</a> <code>{}</code></p></li>",
                       rule, html_clipped(finding.rule_id(), most_of_part), html_text(finding.id));
}

std::string why_html(const ScreenedLine& line, const std::vector<std::size_t>& rules) {
    std::string shown, folded;
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < line.findings.size(); ++i) {
        const bool is_first = i < most_findings_open;
        (is_first ? shown : folded) += finding_html(line.findings[i], rules[i]);
        hidden += is_first ? 0 : 1;
    }
    std::string html = "<ul>" + shown + "</ul>";
    if (hidden > 0)
        html += fmt::format("<details><summary>{}</summary><ul>{}</ul></details>",
                            counted(hidden, "more finding"), folded);
    if (const std::string score = score_text(line); !score.empty())
        html += fmt::format("<p class=\"small\">{}.</p>", html_clipped(score, most_of_cell));
    return html;
}

std::string duty_html(const Advice& advice) {
    std::string html;
    for (const std::string& duty : advice.duties)
        html += fmt::format("<p>{}</p>", html_clipped(duty, most_of_cell));
    return html;
}

std::string deadline_html(const Advice& advice) {
    std::string html;
    for (const Advice::Deadline& deadline : advice.deadlines) {
        const std::string by =
            deadline.due.empty()
                ? "within"
                : fmt::format("<strong>by <time datetime=\"{0}\">{0}</time></strong>,",
                              deadline.due);
        html += fmt::format("<li>{}: {} {}</li>", html_text(deadline.law), by,
                            html_text(deadline.rule));
    }
    return html.empty() ? html : "<ul>" + html + "</ul>";
}

std::string whom_html(const Advice& advice) {
    std::string html;
    for (const ContactPoint* const point : advice.contacts)
        html +=
            fmt::format("<li>{}: {}{}{}</li>", html_text(point->country), html_text(point->name),
                        point->phone.empty() ? "" : ", ", html_text(point->phone));
    if (!html.empty())
        return "<ul>" + html + "</ul>";
    return advice.deadlines.empty() ? std::string()
                                    : "<p>No contact point of these countries is on file: see <a "
                                      "href=\"#whom\">whom to tell</a>.</p>";
}

std::string question_html(const Advice& advice) {
    return advice.question.empty()
               ? std::string()
               : fmt::format("<p>{}</p>", html_clipped(advice.question, most_of_cell));
}

void add_place(std::string& html, std::string_view name, std::string_view text) {
    if (!text.empty())
        html += fmt::format("<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>", name,
                            html_clipped(text, most_of_part));
}

std::string places_html(const ScreenedLine& line) {
    std::string html = "<dl class=\"places\">";
    add_place(html, "Consignee", line.consignee);
    add_place(html, "Kind", consignee_kind_text(line));
    add_place(html, "Address", line.consignee_address);
    add_place(html, "Country", line.consignee_country);
    add_place(html, "Identifier", line.consignee_identifier);
    add_place(html, "From", line.origin);
    add_place(html, "To", line.destination);
    if (const std::string amount = kilograms_text(line); !amount.empty())
        add_place(html, "Amount", amount + " kg");
    add_place(html, "Shipment", line.shipment);
    add_place(html, "Date", day_text(line));
    add_place(html, "Place", fmt::format("{}, line {}", line.file, line.line));
    for (const std::string& note : line.reading.notes)
        add_place(html, "Note", note);
    return html + "</dl>";
}

std::string heading_html(const ScreenedLine& line) {
    const std::string_view state =
        line.has_open_findings() ? name_of(line.severity) : std::string_view("cleared");
    return fmt::format("<h3><b class=\"sev {0}\">{0}</b> <span class=\"score\">{1}</span> "
                       "<bdi>{2}</bdi></h3>\n",
                       state, line.score,
                       line.goods.empty() ? "goods without a description"
                                          : marked_goods(line, most_of_cell));
}

} // namespace

std::string card_html(const ScreenedLine& line, const std::vector<std::size_t>& rules,
                      const AdviceSource& source) {
    const Advice advice = advice_on(line, source);
    const std::string id = html_text(line.findings.empty() ? "" : line.findings.front().id);
    return "<article class=\"card\" tabindex=\"-1\">\n" + heading_html(line) + places_html(line) +
           "\n<div class=\"parts\">\n<div>" + part("Why", why_html(line, rules)) + "</div>\n<div>" +
           part("What to do", duty_html(advice)) + part("Next question", question_html(advice)) +
           "</div>\n<div>" + part("By when", deadline_html(advice)) +
           part("Whom to tell", whom_html(advice)) + "</div></div>\n" +
           fmt::format("<p class=\"id\">Finding <code>{0}</code> <button type=\"button\" "
                       "class=\"copy\" data-id=\"{0}\" hidden>Copy id</button></p>\n</article>\n",
                       id);
}

} // namespace preflag
