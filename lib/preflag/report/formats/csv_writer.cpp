#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/formats/report_formats.h>
#include <preflag/report/text/safe_cell.h>
#include <preflag/report/text/score_text.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <cmath>
#include <string>

namespace preflag {

namespace {

constexpr std::string_view separator = " | ";

constexpr std::string_view header =
    "file,line,record,shipment,severity,score,goods,consignee,consignee_country,rule,outcome,"
    "finding_severity,message,substance,measured,limit,margin,citation,duty,finding_id,evidence,"
    "consignee_kind,score_parts";

/// Only where licences or decisions were given.
constexpr std::string_view settled_header = ",state,because,remarks";

void append(std::string& list, std::string_view item) {
    if (!list.empty())
        list += separator;
    list += item;
}

std::string substance_cell(const ScreenedLine& line) {
    std::string list;
    for (const Identification& substance : line.reading.substances)
        append(list, substance.substance->id);
    return list;
}

/// "cas cas: 7722-84-1 | name description: H2O2 35%"
std::string evidence_cell(const Finding& finding) {
    std::string list;
    for (const Evidence& evidence : finding.evidence)
        append(list, fmt::format("{} {}: {}", name_of(evidence.kind), field_name(evidence.field),
                                 evidence.text));
    return list;
}

std::string remarks_of(const Finding& finding) {
    std::string list;
    for (const std::string& remark : finding.remarks)
        append(list, remark);
    return list;
}

class CsvWriter : public ReportWriter {
  public:
    CsvWriter(const ReportStyle& style, std::ostream& stream)
        : shows_clearances_(style.shows_clearances), stream_(stream) {}

    void begin() override {
        stream_ << header << (shows_clearances_ ? settled_header : "") << '\n';
    }

    void write(const ScreenedLine& line) override {
        for (const Finding& finding : line.findings)
            write_row(line, finding);
        if (line.findings.empty())
            write_clear(line);
    }

    void finish(const RunReport&) override {}

  private:
    void write_line_cells(const ScreenedLine& line) {
        text(line.file);
        stream_ << line.line << ',' << line.record << ',';
        text(line.shipment);
        text(line.findings.empty() ? std::string_view() : name_of(line.severity));
        stream_ << line.score << ',';
        text(line.goods);
        text(line.consignee);
        text(line.consignee_country);
    }

    void write_row(const ScreenedLine& line, const Finding& finding) {
        write_line_cells(line);
        text(finding.rule_id());
        text(name_of(finding.outcome));
        text(name_of(finding.severity));
        text(finding.message);
        text(substance_cell(line));
        text(finding.measured);
        text(finding.limit());
        margin(finding.margin);
        text(finding.citation());
        text(finding.rule->duty);
        text(finding.id);
        text(evidence_cell(finding));
        write_parts(line);
        if (shows_clearances_)
            stream_ << ',' << safe_csv_cell(state_of(finding)) << ','
                    << safe_csv_cell(because_of(finding)) << ','
                    << safe_csv_cell(remarks_of(finding));
        stream_ << '\n';
    }

    void write_clear(const ScreenedLine& line) {
        constexpr std::string_view before = ",,,,";    // rule to message
        constexpr std::string_view behind = ",,,,,,,"; // measured to evidence
        write_line_cells(line);
        stream_ << before << safe_csv_cell(substance_cell(line)) << behind << ',';
        write_parts(line);
        stream_ << (shows_clearances_ ? ",,," : "") << '\n';
    }

    void write_parts(const ScreenedLine& line) {
        text(line.consignee_reading ? name_of(line.consignee_reading->kind) : std::string_view());
        stream_ << safe_csv_cell(score_parts_text(line));
    }

    void text(std::string_view value) { stream_ << safe_csv_cell(value) << ','; }

    /// A number stays a number, also a negative one.
    void margin(const std::optional<double>& value) {
        if (value && std::isfinite(*value))
            stream_ << fmt::format("{}", *value);
        stream_ << ',';
    }

    bool shows_clearances_;
    std::ostream& stream_;
};

} // namespace

std::unique_ptr<ReportWriter> make_csv_writer(const ReportStyle& style, std::ostream& stream) {
    return std::make_unique<CsvWriter>(style, stream);
}

} // namespace preflag
