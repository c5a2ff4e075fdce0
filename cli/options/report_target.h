#pragma once

#include <preflag/report/report_writer.h>

#include <string>

namespace preflag {

/// Where a report goes; an empty path is standard output.
struct ReportTarget {
    ReportFormat format = ReportFormat::table;
    std::string path;
};

/// FILE or FORMAT:FILE as given to `option`: the format is the one before the colon, else that of
/// the suffix, else `fallback`. Throws UsageError for a format that there is none of.
ReportTarget report_target(const std::string& option, const std::string& word,
                           ReportFormat fallback);

} // namespace preflag
