#pragma once

#include <preflag/run/summary.h>
#include <preflag/screening/screened_line.h>

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

enum class ReportFormat { table, csv, json, jsonl };
std::optional<ReportFormat> parse_report_format(std::string_view name);

/// How a report looks; the bytes depend on nothing else but the lines and the run.
struct ReportStyle {
    std::size_t width = 120; ///< terminal columns for the table
    bool colour = false;
    bool shows_clearances = false; ///< licences or decisions were given: CSV has columns for them
};

/// Writes a report line by line, in the order given. begin() first, finish() last; a writer that
/// was not finished leaves an incomplete report. Throws nothing itself; the stream's state tells.
class ReportWriter {
  public:
    virtual ~ReportWriter() = default;
    virtual void begin() = 0;
    virtual void write(const ScreenedLine& line) = 0;
    virtual void finish(const RunReport& run) = 0;
};

/// The stream must outlive the writer.
std::unique_ptr<ReportWriter> make_report_writer(ReportFormat format, const ReportStyle& style,
                                                 std::ostream& stream);

} // namespace preflag
