#pragma once

#include <preflag/report/report_writer.h>

#include <memory>
#include <ostream>

namespace preflag {

/// A report for people: one HTML file that needs nothing from outside and is whole without script.
/// The rows of the lines are spooled, so that memory does not grow with them; the page is written
/// in finish(). Throws OutputError when there is no room to spool.
std::unique_ptr<ReportWriter> make_html_writer(const ReportStyle& style, std::ostream& stream);

} // namespace preflag
