#include <preflag/manifest/workbook/report_property.h>
#include <preflag/report/card/advice.h>
#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/html/contacts.h>
#include <preflag/report/summary_writer.h>
#include <preflag/report/xlsx/workbook.h>
#include <preflag/report/xlsx/xlsx_writer.h>
#include <preflag/rules/packs/rule_pack.h>

#include <map>

namespace preflag {

namespace {

/// A row for each line, for whom the line is to be dealt with.
std::vector<SheetColumn> line_columns() {
    return {{"Severity", 10},
            {"Score", 7},
            {"Goods", 40, true},
            {"Consignee", 28, true},
            {"Country", 9},
            {"From", 7},
            {"To", 7},
            {"Kilograms", 11},
            {"Substances", 22, true},
            {"Why", 56, true},
            {"Findings", 9},
            {"Rule", 36},
            {"What to do", 56, true},
            {"Report by", 11},
            {"Next question", 44, true},
            {"Whom to tell", 36, true},
            {"File", 24},
            {"Line", 8},
            {"Record", 8},
            {"Shipment", 16},
            {"Date", 11},
            {"Finding", 18}};
}

/// A row for each finding.
std::vector<SheetColumn> finding_columns() {
    return {{"File", 24},
            {"Line", 8},
            {"Severity", 10},
            {"Goods", 40, true},
            {"Consignee", 28, true},
            {"Outcome", 14},
            {"Severity of the finding", 12},
            {"Message", 60, true},
            {"Measured", 14},
            {"Limit", 18},
            {"Margin", 9},
            {"Margin unit", 11},
            {"Rule", 40},
            {"Where it is written", 40},
            {"State", 11},
            {"Because", 30, true},
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

std::string_view severity_of(const ScreenedLine& line) {
    return line.findings.empty() ? "clear" : line.is_cleared() ? "cleared" : name_of(line.severity);
}

/// The texts one behind the other, each on a line of the cell.
std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& one : texts)
        all += (all.empty() ? "" : "; ") + one;
    return all;
}

std::string whom_text(const Advice& advice) {
    std::vector<std::string> points;
    for (const ContactPoint* const point : advice.contacts)
        points.push_back(point->country + ": " + point->name +
                         (point->phone.empty() ? "" : ", " + point->phone));
    return joined(points);
}

/// The first day by which a law wants to hear of the line.
std::optional<Date> first_due(const Advice& advice) {
    std::optional<Date> first;
    for (const Advice::Deadline& deadline : advice.deadlines)
        if (const auto due = parse_iso_date(deadline.due); due && (!first || *due < *first))
            first = due;
    return first;
}

class XlsxWriter : public ReportWriter {
  public:
    XlsxWriter(const ReportStyle& style, std::ostream& stream)
        : contacts_(style.contacts == nullptr ? Contacts() : *style.contacts), day_(style.day),
          stream_(stream), book_(style.day), flagged_(book_.add_sheet("Flagged", line_columns())),
          findings_(book_.add_sheet("Findings", finding_columns())),
          open_(book_.add_sheet("Not assessable", {{"File", 24},
                                                   {"Line", 8},
                                                   {"Goods", 44, true},
                                                   {"Consignee", 30},
                                                   {"Missing", 14},
                                                   {"What would change it", 60, true},
                                                   {"Message", 70, true},
                                                   {"Rule", 44},
                                                   {"Finding", 18}})),
          rejected_(book_.add_sheet(
              "Rejected",
              {{"File", 24}, {"Line", 8}, {"Record", 8}, {"Reason", 60}, {"Text", 80}})),
          near_(book_.add_sheet("Near misses", finding_columns())),
          summary_(book_.add_sheet("Summary", {{"What", 34}, {"Number", 14}, {"Text", 90, true}})),
          laws_(book_.add_sheet("Laws", {{"Rule", 44},
                                         {"Law", 24},
                                         {"Limit", 18},
                                         {"Where it is written", 50, true},
                                         {"Duty", 90, true},
                                         {"Report by", 12},
                                         {"Verified", 9}})) {}

    void begin() override { book_.mark(report_property); }

    void write(const ScreenedLine& line) override {
        write_line(line);
        for (const Finding& finding : line.findings) {
            write_finding(line, finding, findings_);
            if (finding.outcome != Outcome::undetermined)
                continue;
            open_.text(line.file).count(line.line).text(line.goods).text(line.consignee);
            open_.text(finding.missing).text(finding.would_settle).text(finding.message);
            open_.link(finding.rule_id(), "Laws", law_row(finding)).text(finding.id).end_row();
        }
    }

    void near_miss(const ScreenedLine& line) override {
        for (const Finding& finding : line.findings)
            write_finding(line, finding, near_);
    }

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
    void write_line(const ScreenedLine& line) {
        const Advice advice = advice_on(line, {contacts_, day_});
        const Finding* const first = line.findings.empty() ? nullptr : &line.findings.front();
        flagged_.severity(severity_of(line)).number(static_cast<double>(line.score));
        flagged_.text(line.goods).text(line.consignee).text(line.consignee_country);
        flagged_.text(line.origin).text(line.destination).number(kilograms_of(line));
        flagged_.text(substances_text(line)).text(first == nullptr ? "" : first->message);
        flagged_.count(line.findings.size());
        if (first == nullptr)
            flagged_.text("");
        else
            flagged_.link(first->rule_id(), "Laws", law_row(*first));
        flagged_.text(joined(advice.duties)).date(first_due(advice)).text(advice.question);
        flagged_.text(whom_text(advice)).text(line.file).count(line.line).count(line.record);
        flagged_.text(line.shipment);
        write_day(day_text(line));
        flagged_.text(first == nullptr ? "" : first->id).end_row();
    }

    /// Of the shipment, as written when it is not clear which day it is.
    void write_day(const std::string& day) {
        if (const auto date = parse_iso_date(day))
            flagged_.date(date);
        else
            flagged_.text(day);
    }

    void write_finding(const ScreenedLine& line, const Finding& finding, Workbook::Sheet& sheet) {
        sheet.text(line.file).count(line.line).severity(severity_of(line));
        sheet.text(line.goods).text(line.consignee).text(name_of(finding.outcome));
        sheet.severity(name_of(finding.severity)).text(finding.message);
        sheet.text(finding.measured).text(finding.limit()).number(finding.margin);
        sheet.text(finding.margin_unit).link(finding.rule_id(), "Laws", law_row(finding));
        sheet.text(finding.citation()).text(state_of(finding)).text(because_of(finding));
        sheet.text(finding.id).end_row();
    }

    /// The row of the sheet of laws, counted from 1, in which the rule of the finding stands.
    std::uint64_t law_row(const Finding& finding) {
        const Rule& rule = *finding.rule;
        constexpr std::uint64_t first_row = 2;
        const auto [known, is_new] = rules_.try_emplace(rule.id, laws_.rows() + first_row);
        if (!is_new)
            return known->second;
        const ReportingDeadline* const deadline = contacts_.deadline_of(rule.regime);
        laws_.text(rule.id).text(rule.regime).text(finding.limit());
        laws_.text(finding.entry.empty() ? finding.citation() : std::string()).text(rule.duty);
        laws_.date(deadline != nullptr && day_ ? std::optional(due_day(*deadline, *day_))
                                               : std::nullopt);
        laws_.text(rule.verified ? "yes" : "no").end_row();
        return known->second;
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
        for (const InputUse& input : run.inputs)
            for (const std::string& note : input.notes)
                text_row("Workbook", input.file + ": " + note);
        for (const PackUse& pack : run.packs)
            text_row("Pack", pack.id + ", " + pack.edition + ", SHA-256 " + pack.digest);
        for (const ListUse& list : run.watchlists)
            text_row("Watchlist", list.id + ", " + list.file + ", SHA-256 " + list.digest);
        if (!run.version.empty())
            text_row("preflag", run.version);
        if (day_)
            summary_.text("Day of the run").date(day_).end_row();
    }

    Contacts contacts_;
    std::optional<Date> day_;
    std::ostream& stream_;
    Workbook book_;
    Workbook::Sheet& flagged_;
    Workbook::Sheet& findings_;
    Workbook::Sheet& open_;
    Workbook::Sheet& rejected_;
    Workbook::Sheet& near_;
    Workbook::Sheet& summary_;
    Workbook::Sheet& laws_;
    std::map<std::string, std::uint64_t> rules_; ///< and their rows
};

} // namespace

std::unique_ptr<ReportWriter> make_xlsx_writer(const ReportStyle& style, std::ostream& stream) {
    return std::make_unique<XlsxWriter>(style, stream);
}

} // namespace preflag
