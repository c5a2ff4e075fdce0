#include "run_outputs.h"

#include "interruption.h"

#include <preflag/report/counts/counts_writer.h>
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

RunOutputs::RunOutputs(const ScreenPlan& plan, ReportStyle style) {
    for (const ReportTarget& target : plan.reports)
        reports_.push_back(open_report(target, style, plan.colour));
    if (OutputFile* file = open(plan.rejects))
        rejects_ = std::make_unique<RejectsWriter>(file->stream());
    ReportStyle near_style;
    near_style.contacts = style.contacts;
    near_style.day = style.day;
    if (!plan.near_misses.path.empty())
        near_misses_ = open_report(plan.near_misses, near_style, ColourChoice::never);
    if (plan.review_budget) {
        budget_.emplace(*plan.review_budget);
        style.rest.clear();
        rest_ = open_report(plan.review_rest, style, ColourChoice::never);
        rest_.writer->begin();
    }
    if (!plan.counts.keys.empty())
        counts_.emplace(plan.counts.keys);
    counts_file_ = open(plan.counts.file.path);
    counts_format_ = plan.counts.file.format;
    summary_ = open(plan.summary);
    for (const Report& report : reports_)
        report.writer->begin();
    if (near_misses_.writer)
        near_misses_.writer->begin();
}

void RunOutputs::write(ScreenedLine line) {
    if (counts_)
        counts_->add(line);
    if (budget_) {
        if (const auto out = budget_->add(std::move(line))) {
            rest_.writer->write(*out);
            ++rest_lines_;
        }
        return;
    }
    for (const Report& report : reports_)
        report.writer->write(line);
}

void RunOutputs::write_reject(const RejectedLine& line) {
    if (rejects_)
        rejects_->write(line);
    for (const Report& report : reports_)
        report.writer->reject(line);
}

void RunOutputs::write_near_miss(const ScreenedLine& line) {
    if (near_misses_.writer)
        near_misses_.writer->write(line);
    for (const Report& report : reports_)
        report.writer->near_miss(line);
}

void RunOutputs::commit(const RunReport& run) {
    if (budget_)
        for (const ScreenedLine& line : budget_->take())
            for (const Report& report : reports_)
                report.writer->write(line);
    if (rest_.writer)
        rest_.writer->finish(run);
    for (const Report& report : reports_)
        report.writer->finish(run);
    if (near_misses_.writer)
        near_misses_.writer->finish(run);
    if (counts_file_ != nullptr)
        write_counts(*counts_, counts_format_, ReportStyle().width, counts_file_->stream());
    if (summary_ != nullptr)
        summary_->stream() << summary_json(run, counts_ ? &*counts_ : nullptr) << '\n';
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
