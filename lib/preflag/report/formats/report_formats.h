#pragma once

#include <preflag/report/report_writer.h>

#include <memory>
#include <ostream>

namespace preflag {

// The writers behind make_report_writer, one .cpp file each.

std::unique_ptr<ReportWriter> make_table_writer(const ReportStyle& style, std::ostream& stream);
/// One row a finding; a line without findings has one row with these columns empty.
std::unique_ptr<ReportWriter> make_csv_writer(const ReportStyle& style, std::ostream& stream);
/// One object for the run, one line of text a manifest line.
std::unique_ptr<ReportWriter> make_json_writer(std::ostream& stream);
/// One object a manifest line and nothing else.
std::unique_ptr<ReportWriter> make_jsonl_writer(std::ostream& stream);

} // namespace preflag
