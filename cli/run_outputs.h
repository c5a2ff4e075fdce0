#pragma once

#include "options/screen_options.h"
#include "standard_output.h"

#include <preflag/base/file/output_file.h>
#include <preflag/report/budget/review_budget.h>
#include <preflag/report/counts/grouped_counts.h>
#include <preflag/report/rejects_writer.h>
#include <preflag/report/report_writer.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace preflag {

/// Everything that a run writes: reports, rejected lines, near misses and the summary. All of it is
/// opened before the first line is screened, and the files appear under their names together, in
/// commit(); a run that dies before leaves none of them.
class RunOutputs {
  public:
    /// Opens every file of the plan; the style is that of all reports, but for the terminal. Throws
    /// OutputError.
    RunOutputs(const ScreenPlan& plan, ReportStyle style);

    void write(ScreenedLine line);
    void write_reject(const RejectedLine& line);
    void write_near_miss(const ScreenedLine& line);

    /// Ends everything, makes it durable, and then gives the files their names: reports in the
    /// order of the plan, rejected lines, near misses, counts, and the summary last. Throws
    /// OutputError, or Interrupted when standard output was closed.
    void commit(const RunReport& run);

    /// Lines that went to the report of --review-rest.
    [[nodiscard]] std::uint64_t rest_lines() const { return rest_lines_; }
    /// Of all lines, also of those beyond the budget; none without --by.
    [[nodiscard]] const std::optional<GroupedCounts>& counts() const { return counts_; }

  private:
    struct Report {
        OutputFile* file = nullptr; ///< none: standard output
        std::unique_ptr<ReportWriter> writer;
    };

    /// Nullptr for an empty path.
    OutputFile* open(const std::string& path);
    Report open_report(const ReportTarget& target, ReportStyle style, ColourChoice colour);

    std::vector<std::unique_ptr<OutputFile>> files_; ///< in the order in which they appear
    std::unique_ptr<StandardOutput> standard_output_;
    std::vector<Report> reports_;
    std::unique_ptr<RejectsWriter> rejects_;
    Report near_misses_, rest_;
    std::optional<ReviewBudget> budget_;
    std::optional<GroupedCounts> counts_;
    OutputFile* counts_file_ = nullptr;
    ReportFormat counts_format_ = ReportFormat::table;
    OutputFile* summary_ = nullptr;
    std::uint64_t rest_lines_ = 0;
};

} // namespace preflag
