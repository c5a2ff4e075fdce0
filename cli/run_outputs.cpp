#include "run_outputs.h"

#include "interruption.h"

#include <preflag/report/summary_writer.h>

#include <unistd.h>

namespace preflag {

OutputFile* RunOutputs::open(const std::string& path) {
    if (path.empty())
        return nullptr;
    return files_.emplace_back(std::make_unique<OutputFile>(path, &stop_flag())).get();
}

RunOutputs::Report RunOutputs::open_report(const ReportTarget& target, ReportStyle style,
                                           ColourChoice colour) {
    Report report{open(target.path), nullptr};
    if (report.file == nullptr) {
        style.width = terminal_width(STDOUT_FILENO);
        style.colour = use_colour(STDOUT_FILENO, colour);
        standard_output_ = std::make_unique<StandardOutput>();
    } else {
        style.colour = colour == ColourChoice::always;
    }
    report.writer = make_report_writer(
        target.format, style, report.file ? report.file->stream() : standard_output_->stream());
    return report;
}

RunOutputs::RunOutputs(const ScreenPlan& plan, bool shows_clearances) {
    ReportStyle style;
    style.shows_clearances = shows_clearances;
    for (const ReportTarget& target : plan.reports)
        reports_.push_back(open_report(target, style, plan.colour));
    if (OutputFile* file = open(plan.rejects))
        rejects_ = std::make_unique<RejectsWriter>(file->stream());
    if (!plan.near_misses.path.empty())
        near_misses_ = open_report(plan.near_misses, {}, ColourChoice::never);
    summary_ = open(plan.summary);
    for (const Report& report : reports_)
        report.writer->begin();
    if (near_misses_.writer)
        near_misses_.writer->begin();
}

void RunOutputs::write(const ScreenedLine& line) {
    for (const Report& report : reports_)
        report.writer->write(line);
}

void RunOutputs::write_reject(const RejectedLine& line) {
    if (rejects_)
        rejects_->write(line);
}

void RunOutputs::write_near_miss(const ScreenedLine& line) {
    if (near_misses_.writer)
        near_misses_.writer->write(line);
}

void RunOutputs::commit(const RunReport& run) {
    for (const Report& report : reports_)
        report.writer->finish(run);
    if (near_misses_.writer)
        near_misses_.writer->finish(run);
    if (summary_ != nullptr)
        summary_->stream() << summary_json(run) << '\n';
    std::vector<OutputFile*> files;
    for (const auto& file : files_) {
        file->prepare();
        files.push_back(file.get());
    }
    if (standard_output_)
        standard_output_->finish();
    publish_together(files);
}

} // namespace preflag
