#include <preflag/report/clearance_writer.h>
#include <preflag/report/html/contacts.h>
#include <preflag/report/summary_writer.h>
#include <preflag/report/xlsx/workbook.h>
#include <preflag/report/xlsx/xlsx_writer.h>
#include <preflag/rules/packs/rule_pack.h>

#include <set>

namespace preflag {

namespace {

std::vector<SheetColumn> finding_columns() {
    return {{"File", 24},
            {"Line", 8},
            {"Record", 8},
            {"Shipment", 16},
            {"Severity", 10},
            {"Score", 7},
            {"Goods", 44},
            {"Consignee", 30},
            {"Country", 9},
            {"From", 7},
            {"To", 7},
            {"Kilograms", 11},
            {"Substances", 22},
            {"Outcome", 14},
            {"Of the finding", 10},
            {"Message", 70},
            {"Measured", 14},
            {"Limit", 18},
            {"Margin", 9},
            {"Margin unit", 11},
            {"Rule", 44},
            {"Where it is written", 40},
            {"State", 11},
            {"Because", 30},
            {"Finding", 18}};
}

std::string substances_text(const ScreenedLine& line) {
    std::string text;
    for (const Identification& substance : line.reading.substances)
        text += (text.empty() ? "" : ", ") + substance.substance->id;
    return text;
}

std::optional<double> kilograms_of(const ScreenedLine& line) {
    for (const Identification& substance : line.reading.substances)
        if (substance.quantity && substance.quantity->value.kilograms)
            return substance.quantity->value.kilograms->high;
    return std::nullopt;
}

void write_line_part(const ScreenedLine& line, Workbook::Sheet& sheet) {
    sheet.text(line.file).count(line.line).count(line.record).text(line.shipment);
    sheet.text(line.findings.empty() ? "clear"
               : line.is_cleared()   ? "cleared"
                                     : name_of(line.severity));
    sheet.number(static_cast<double>(line.score)).text(line.goods).text(line.consignee);
    sheet.text(line.consignee_country).text(line.origin).text(line.destination);
    sheet.number(kilograms_of(line)).text(substances_text(line));
}

void write_finding(const ScreenedLine& line, const Finding& finding, Workbook::Sheet& sheet) {
    write_line_part(line, sheet);
    sheet.text(name_of(finding.outcome)).text(name_of(finding.severity)).text(finding.message);
    sheet.text(finding.measured).text(finding.limit()).number(finding.margin);
    sheet.text(finding.margin_unit).text(finding.rule_id()).text(finding.citation());
    sheet.text(state_of(finding)).text(because_of(finding)).text(finding.id);
    sheet.end_row();
}

void write_findings(const ScreenedLine& line, Workbook::Sheet& sheet) {
    for (const Finding& finding : line.findings)
        write_finding(line, finding, sheet);
    if (line.findings.empty()) {
        write_line_part(line, sheet);
        sheet.end_row();
    }
}

class XlsxWriter : public ReportWriter {
  public:
    XlsxWriter(const ReportStyle& style, std::ostream& stream)
        : contacts_(style.contacts == nullptr ? Contacts() : *style.contacts), day_(style.day),
          stream_(stream), book_(style.day),
          flagged_(book_.add_sheet("Flagged", finding_columns())),
          open_(book_.add_sheet("Not assessable", {{"File", 24},
                                                   {"Line", 8},
                                                   {"Goods", 44},
                                                   {"Consignee", 30},
                                                   {"Missing", 14},
                                                   {"What would change it", 60},
                                                   {"Message", 70},
                                                   {"Rule", 44},
                                                   {"Finding", 18}})),
          rejected_(book_.add_sheet(
              "Rejected",
              {{"File", 24}, {"Line", 8}, {"Record", 8}, {"Reason", 60}, {"Text", 80}})),
          near_(book_.add_sheet("Near misses", finding_columns())),
          summary_(book_.add_sheet("Summary", {{"What", 34}, {"Number", 14}, {"Text", 90}})),
          laws_(book_.add_sheet("Laws", {{"Rule", 44},
                                         {"Law", 24},
                                         {"Limit", 18},
                                         {"Where it is written", 50},
                                         {"Duty", 90},
                                         {"Report by", 12},
                                         {"Verified", 9}})) {}

    void begin() override {}

    void write(const ScreenedLine& line) override {
        write_findings(line, flagged_);
        for (const Finding& finding : line.findings) {
            note_rule(finding);
            if (finding.outcome != Outcome::undetermined)
                continue;
            open_.text(line.file).count(line.line).text(line.goods).text(line.consignee);
            open_.text(finding.missing).text(finding.would_settle).text(finding.message);
            open_.text(finding.rule_id()).text(finding.id).end_row();
        }
    }

    void near_miss(const ScreenedLine& line) override { write_findings(line, near_); }

    void reject(const RejectedLine& line) override {
        rejected_.text(line.file).count(line.line).count(line.record).text(line.reason);
        rejected_.text(line.text).end_row();
    }

    void finish(const RunReport& run) override {
        write_counts(run);
        write_sentences(run);
        book_.copy_to(stream_);
    }

  private:
    void note_rule(const Finding& finding) {
        const Rule& rule = *finding.rule;
        if (!rules_.insert(rule.id).second)
            return;
        const ReportingDeadline* const deadline = contacts_.deadline_of(rule.regime);
        laws_.text(rule.id).text(rule.regime).text(finding.limit());
        laws_.text(finding.entry.empty() ? finding.citation() : std::string()).text(rule.duty);
        laws_.text(deadline != nullptr && day_ ? to_string(due_day(*deadline, *day_)) : "");
        laws_.text(rule.verified ? "yes" : "no").end_row();
    }

    void count_row(std::string_view what, std::uint64_t number) {
        summary_.text(what).count(number).end_row();
    }

    void text_row(std::string_view what, std::string_view text) {
        summary_.text(what).number(std::nullopt).text(text).end_row();
    }

    void write_counts(const RunReport& run) {
        const Summary& counts = run.counts;
        if (run.version.empty()) {
            text_row("The run", "the report that this workbook was made from does not tell it");
            return;
        }
        count_row("Lines read", counts.lines_read);
        count_row("Lines screened", counts.lines_screened);
        count_row("Lines rejected", counts.lines_rejected);
        count_row("Lines with a listed substance", counts.lines_identified);
        count_row("Lines flagged", counts.lines_flagged);
        count_row("Lines cleared", counts.lines_cleared + counts.lines_suppressed);
        count_row("Lines not assessable", counts.lines_not_assessable);
        for (const auto& [what, lines] : most_missing_first(counts))
            count_row("Lines without " + what, lines);
        count_row("Lines with near misses", counts.lines_near_miss);
        for (std::size_t i = severity_count; i-- > 0;)
            count_row("Lines of severity " + std::string(name_of(static_cast<Severity>(i))),
                      counts.lines_by_severity[i]);
        for (const auto& [law, lines] : counts.regimes) {
            count_row(law + ", lines that meet a limit", lines.met);
            count_row(law + ", lines not assessable", lines.not_assessable);
        }
        count_row("Canaries found", run.canaries_passed);
        count_row("Canaries", run.canaries_total);
    }

    void write_sentences(const RunReport& run) {
        for (const Warning& warning : run.warnings)
            text_row("INCOMPLETE", warning.sentence);
        for (const std::string& unchecked : run.unchecked)
            text_row("Not checked", unchecked);
        for (const InputUse& input : run.inputs)
            text_row("Input", input.file + ", SHA-256 " + input.digest);
        for (const PackUse& pack : run.packs)
            text_row("Pack", pack.id + ", " + pack.edition + ", SHA-256 " + pack.digest);
        for (const ListUse& list : run.watchlists)
            text_row("Watchlist", list.id + ", " + list.file + ", SHA-256 " + list.digest);
        if (!run.version.empty())
            text_row("preflag", run.version);
        if (day_)
            text_row("Day of the run", to_string(*day_));
    }

    Contacts contacts_;
    std::optional<Date> day_;
    std::ostream& stream_;
    Workbook book_;
    Workbook::Sheet& flagged_;
    Workbook::Sheet& open_;
    Workbook::Sheet& rejected_;
    Workbook::Sheet& near_;
    Workbook::Sheet& summary_;
    Workbook::Sheet& laws_;
    std::set<std::string> rules_;
};

} // namespace

std::unique_ptr<ReportWriter> make_xlsx_writer(const ReportStyle& style, std::ostream& stream) {
    return std::make_unique<XlsxWriter>(style, stream);
}

} // namespace preflag
