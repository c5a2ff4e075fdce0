#include "report_set.h"

#include <unistd.h>

namespace preflag {

ReportSet::Report ReportSet::open(const ReportTarget& target, ColourChoice colour, bool settled) {
    Report report;
    ReportStyle style;
    style.settled = settled;
    if (target.path.empty()) {
        style.width = terminal_width(STDOUT_FILENO);
        style.colour = use_colour(STDOUT_FILENO, colour);
        report.standard_output = std::make_unique<StandardOutput>();
        report.writer = make_report_writer(target.format, style, report.standard_output->stream());
    } else {
        style.colour = colour == ColourChoice::always;
        report.file = std::make_unique<OutputFile>(target.path);
        report.writer = make_report_writer(target.format, style, report.file->stream());
    }
    return report;
}

ReportSet::ReportSet(const std::vector<ReportTarget>& targets, ColourChoice colour, bool settled) {
    for (const ReportTarget& target : targets)
        reports_.push_back(open(target, colour, settled));
    for (const Report& report : reports_)
        report.writer->begin();
}

void ReportSet::write(const ScreenedLine& line) {
    for (const Report& report : reports_)
        report.writer->write(line);
}

void ReportSet::commit(const RunReport& run) {
    for (const Report& report : reports_)
        report.writer->finish(run);
    for (const Report& report : reports_)
        if (report.file)
            report.file->commit();
    for (const Report& report : reports_)
        if (report.standard_output)
            report.standard_output->finish();
}

} // namespace preflag
