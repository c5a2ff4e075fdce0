#pragma once

#include <preflag/base/date.h>
#include <preflag/manifest/manifest_line.h>
#include <preflag/run/summary.h>
#include <preflag/screening/screened_line.h>

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

struct Contacts;

enum class ReportFormat { table, csv, json, jsonl, html, sarif, prom, xlsx };
/// The names of the formats, in the order of ReportFormat.
const std::vector<std::string>& report_format_names();
std::optional<ReportFormat> parse_report_format(std::string_view name);

/// How a report looks; the bytes depend on nothing else but the lines and the run.
struct ReportStyle {
    std::size_t width = 120; ///< terminal columns for the table
    bool colour = false;
    bool shows_clearances = false; ///< licences or decisions were given: CSV has columns for them
    const Contacts* contacts = nullptr; ///< for the page; must outlive the writer
    std::optional<Date> day{};          ///< of the run, from which the page counts deadlines
    std::string rest{};                 ///< the file that has the lines beyond the review budget
    bool wraps = false; ///< the summary is for a screen of this width: long lines are broken
};

/// Writes a report line by line, in the order given. begin() first, finish() last; a writer that
/// was not finished leaves an incomplete report. The stream's state tells
/// what could not be written; a writer that keeps lines in a temporary file throws OutputError.
class ReportWriter {
  public:
    virtual ~ReportWriter() = default;
    virtual void begin() = 0;
    virtual void write(const ScreenedLine& line) = 0;
    /// Of formats that show them: lines that nearly meet a limit, and lines that could not be read.
    virtual void near_miss(const ScreenedLine& /*line*/) {}
    virtual void reject(const RejectedLine& /*line*/) {}
    virtual void finish(const RunReport& run) = 0;
};

/// The stream must outlive the writer.
std::unique_ptr<ReportWriter> make_report_writer(ReportFormat format, const ReportStyle& style,
                                                 std::ostream& stream);

} // namespace preflag
