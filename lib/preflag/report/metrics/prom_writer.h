#pragma once

#include <preflag/report/report_writer.h>

#include <memory>
#include <ostream>

namespace preflag {

/// What a run counted, for the textfile collector of node_exporter. No line is in it. Time stamps
/// are those of the run's day, so that the bytes depend on no clock but for the seconds it took.
std::unique_ptr<ReportWriter> make_prom_writer(const ReportStyle& style, std::ostream& stream);

} // namespace preflag
