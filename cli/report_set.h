#pragma once

#include "options/screen_options.h"
#include "standard_output.h"

#include <preflag/report/output_file.h>
#include <preflag/report/report_writer.h>

#include <memory>
#include <vector>

namespace preflag {

/// All the reports of one run, written side by side. Files appear under their names only in
/// commit(); a set that dies before leaves none of them.
class ReportSet {
  public:
    /// Opens every target; `settled` as in ReportStyle. Throws OutputError.
    ReportSet(const std::vector<ReportTarget>& targets, ColourChoice colour, bool settled);

    void write(const ScreenedLine& line);
    /// Ends all reports and gives the files their names. Throws OutputError, or Interrupted when
    /// standard output was closed.
    void commit(const RunReport& run);

  private:
    struct Report {
        std::unique_ptr<OutputFile> file; ///< one of the two
        std::unique_ptr<StandardOutput> standard_output;
        std::unique_ptr<ReportWriter> writer;
    };

    static Report open(const ReportTarget& target, ColourChoice colour, bool settled);

    std::vector<Report> reports_;
};

} // namespace preflag
