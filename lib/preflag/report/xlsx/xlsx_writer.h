#pragma once

#include <preflag/report/report_writer.h>

#include <memory>
#include <ostream>

namespace preflag {

/// A workbook with the sheets Flagged (a row for each finding), Not assessable, Rejected, Near
/// misses, Summary and Laws. Numbers are numbers, and texts are texts. Throws OutputError when
/// there is no room for the temporary file.
std::unique_ptr<ReportWriter> make_xlsx_writer(const ReportStyle& style, std::ostream& stream);

} // namespace preflag
