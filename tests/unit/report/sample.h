#pragma once

#include "../support/sample_rules.h"

#include <preflag/report/report_writer.h>

#include <sstream>
#include <string>
#include <vector>

namespace preflag::sample {

inline const Rule& rule() {
    static const Rule shared = [] {
        Rule made = preflag::test::rule_of("eu-2019-1148/annex-i/hydrogen-peroxide");
        made.limit = *Limit::parse("> 12 % w/w");
        made.citation = "Annex I";
        made.duty = "no supply to the general public";
        return made;
    }();
    return shared;
}

inline Finding finding() {
    Finding found;
    found.id = "0123456789abcdef";
    found.rule = &rule();
    found.outcome = Outcome::restricted;
    found.severity = Severity::high;
    found.score = 65;
    found.message = "hydrogen peroxide 35 % is above 12 % w/w";
    found.measured = "35 % w/w";
    found.margin = 23;
    found.evidence = {{EvidenceKind::name, Field::description, "H2O2 35%", 0, 8}};
    return found;
}

inline Identification substance() {
    Identification report;
    report.substance = &preflag::test::substance_of("hydrogen-peroxide");
    Strength strength;
    strength.stated = {{35, 35}, Basis::weight_by_weight};
    report.strength = strength;
    report.quantity =
        MeasuredQuantity{{Interval{100, 100}, std::nullopt}, Origin::column, "100 kg"};
    return report;
}

inline ScreenedLine line() {
    ScreenedLine screened;
    screened.file = "night.csv";
    screened.line = 17;
    screened.record = 16;
    screened.shipment = "S-1";
    screened.goods = "H2O2 35%, drums";
    screened.consignee = "Example Trading";
    screened.consignee_address = "1 Sample Street";
    screened.consignee_country = "DE";
    screened.severity = Severity::high;
    screened.score = 65;
    screened.score_parts = {{"eu-2019-1148/annex-i/hydrogen-peroxide", 65}};
    screened.consignee_reading = ConsigneeReading{
        ConsigneeKind::business,
        {{ConsigneeKind::business, "trade word", Field::consignee, "Trading", 8, 7, 60}}};
    screened.reading.substances = {substance()};
    screened.findings = {finding()};
    return screened;
}

inline RunReport run() {
    RunReport report;
    report.version = "1.2.3";
    report.counts.lines_read = 1000;
    report.counts.lines_screened = 998;
    report.counts.lines_rejected = 2;
    report.counts.lines_flagged = 1;
    report.counts.lines_by_severity[static_cast<std::size_t>(Severity::high)] = 1;
    report.counts.lines_by_outcome[static_cast<std::size_t>(Outcome::restricted)] = 1;
    report.counts.lines_not_assessable = 12;
    report.counts.missing["strength"] = 12;
    report.packs = {{"eu-2019-1148", "Regulation", "2023", "0123456789abcdef0123", 20, 1}};
    report.inputs = {{"night.csv", "csv", "", "UTF-8", "fedcba9876543210", 5000000, 1000, {}}};
    report.canaries_passed = report.canaries_total = 24;
    report.seconds = 2;
    report.bytes = 5000000;
    report.exit_status = 1;
    return report;
}

/// A whole report about these lines.
inline std::string written(ReportFormat format, const std::vector<ScreenedLine>& lines,
                           const RunReport& about = run(), const ReportStyle& style = {}) {
    std::ostringstream stream;
    const auto writer = make_report_writer(format, style, stream);
    writer->begin();
    for (const ScreenedLine& screened : lines)
        writer->write(screened);
    writer->finish(about);
    return stream.str();
}

} // namespace preflag::sample
