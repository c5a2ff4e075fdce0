#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/html/html_text.h>
#include <preflag/report/html/run_sections.h>
#include <preflag/report/summary_writer.h>

#include <fmt/format.h>

#include <sstream>

namespace preflag {

namespace {

constexpr std::size_t most_items = 500; ///< of inputs and of sentences of one kind

std::string item(const std::string& sentence) {
    return "<li>" + html_clipped(sentence, 2000) + "</li>";
}

template <typename Items, typename Sentence>
std::string items_html(const Items& items, Sentence sentence) {
    std::string html;
    std::size_t count = 0;
    for (const auto& one : items)
        if (++count <= most_items)
            html += item(sentence(one));
    if (count > most_items)
        html += fmt::format("<li>and {} more; --summary FILE names all of them</li>",
                            grouped(count - most_items));
    return html.empty() ? html : "<ul>" + html + "</ul>\n";
}

std::string table_row(const std::vector<std::string>& cells) {
    std::string html = "<tr><th scope=\"row\">" + cells.front() + "</th>";
    for (std::size_t i = 1; i < cells.size(); ++i)
        html += "<td>" + cells[i] + "</td>";
    return html + "</tr>\n";
}

std::string table(std::string_view title, std::string_view head, const std::string& rows) {
    return rows.empty() ? rows
                        : fmt::format("<div class=\"scroll\" role=\"region\" aria-label=\"{0}\" "
                                      "tabindex=\"0\"><table>"
                                      "<caption>{0}</caption><thead><tr>{1}</tr></thead>"
                                      "<tbody>\n{2}</tbody></table></div>\n",
                                      title, head, rows);
}

std::string head(const std::vector<std::string_view>& names) {
    std::string html;
    for (const std::string_view name : names)
        html += fmt::format("<th scope=\"col\">{}</th>", name);
    return html;
}

std::string code(const std::string& text) {
    return "<code>" + html_text(text) + "</code>";
}

std::string inputs_html(const RunReport& run) {
    std::string rows;
    for (std::size_t i = 0; i < run.inputs.size() && i < most_items; ++i) {
        const InputUse& input = run.inputs[i];
        rows +=
            table_row({html_text(input.file), html_text(input.format), html_text(input.encoding),
                       grouped(input.lines_read), grouped(input.bytes), code(input.digest)});
    }
    if (run.inputs.size() > most_items)
        rows +=
            table_row({fmt::format("and {} more inputs", grouped(run.inputs.size() - most_items)),
                       "", "", "", "", ""});
    return table("Inputs", head({"File", "Format", "Encoding", "Lines", "Bytes", "SHA-256"}), rows);
}

/// What is hidden in workbooks, and cells of theirs that have no value.
std::string workbooks_html(const RunReport& run) {
    std::vector<std::string> sentences;
    for (const InputUse& input : run.inputs)
        for (const std::string& note : input.notes)
            sentences.push_back(input.file + ": " + note);
    return items_html(sentences, [](const std::string& sentence) { return sentence; });
}

std::string packs_html(const RunReport& run) {
    std::string rows;
    for (const PackUse& pack : run.packs)
        rows += table_row({html_text(pack.id), html_text(pack.title), html_text(pack.edition),
                           grouped(pack.rules), grouped(pack.unverified), code(pack.digest)});
    return table("Packs of rules",
                 head({"Pack", "Title", "Edition", "Rules", "Not verified", "SHA-256"}), rows);
}

std::string lists_html(const RunReport& run) {
    std::string rows;
    for (const ListUse& list : run.watchlists)
        rows += table_row({html_text(list.id), html_text(list.file),
                           list.date ? to_string(*list.date) : "without date",
                           grouped(list.entries), grouped(list.rejected), code(list.digest)});
    return table("Watchlists", head({"List", "File", "Date", "Entries", "Rows dropped", "SHA-256"}),
                 rows);
}

std::string tables_html(const RunReport& run) {
    std::string rows;
    for (const auto& [name, digest] : run.knowledge_digests)
        rows += table_row({html_text(name), code(digest)});
    return table("Tables of the rules", head({"Table", "SHA-256"}), rows);
}

/// What licences and decisions did, as the text summary words it.
std::string clearances_html(const RunReport& run) {
    std::stringstream text;
    write_licences(run, text);
    write_decisions(run, text);
    std::vector<std::string> sentences;
    for (std::string sentence; std::getline(text, sentence);)
        sentences.push_back(sentence);
    return items_html(sentences, [](const std::string& sentence) { return sentence; });
}

} // namespace

std::string warnings_html(const RunReport& run) {
    return items_html(run.warnings, [](const Warning& warning) { return warning.sentence; });
}

std::string not_assessable_html(const RunReport& run) {
    const Summary& counts = run.counts;
    if (run.version.empty())
        return "<p>The report that this page was made from does not say.</p>\n";
    if (counts.lines_not_assessable == 0)
        return "<p>Every rule could be decided on every line.</p>\n";
    std::string html = fmt::format(
        "<p>On {} at least one rule could not be decided. Such a line is never taken for "
        "clear.</p>\n",
        grouped(counts.lines_not_assessable, "line"));
    return html + items_html(most_missing_first(counts), [](const auto& missing) {
               return fmt::format("{} missing on {}: {} would decide {}", missing.first,
                                  grouped(missing.second, "line"), what_settles(missing.first),
                                  missing.second == 1 ? "it" : "them");
           });
}

std::string not_checked_html(const RunReport& run) {
    if (run.version.empty())
        return "<p>The report that this page was made from does not say.</p>\n";
    const auto same = [](const std::string& sentence) { return sentence; };
    std::string html = items_html(run.unchecked, same);
    if (run.counts.lines_rejected > 0)
        html += fmt::format("<p>{} could not be read and {} not screened; --rejects FILE lists "
                            "them.</p>\n",
                            grouped(run.counts.lines_rejected, "line"),
                            run.counts.lines_rejected == 1 ? "was" : "were");
    return html.empty() ? "<p>Every active rule was asked on every line.</p>\n" : html;
}

std::string facts_html(const RunReport& run, const AdviceSource& page) {
    if (run.version.empty())
        return "<p>The report that this page was made from holds lines and not their run: what was "
               "read, with which rules, is not known here.</p>\n";
    std::string html = fmt::format(
        "<p>preflag {}{}. Lines of severity {} or more are shown. Rules active {} of {}; {} "
        "substances, {} names. Canaries {} of {}. Exit status {}.</p>\n",
        html_text(run.version), page.day ? ", run of " + to_string(*page.day) : std::string(),
        name_of(run.min_severity), grouped(run.rules_active), grouped(run.rules_found),
        grouped(run.substances), grouped(run.names), run.canaries_passed, run.canaries_total,
        run.exit_status);
    html += workbooks_html(run);
    html += items_html(run.collisions, [](const std::string& sentence) { return sentence; });
    return html + inputs_html(run) + packs_html(run) + lists_html(run) + clearances_html(run) +
           tables_html(run);
}

} // namespace preflag
