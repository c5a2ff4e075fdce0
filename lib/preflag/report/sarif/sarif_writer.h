#pragma once

#include <preflag/report/report_writer.h>

#include <memory>
#include <ostream>

namespace preflag {

/// SARIF 2.1.0, a result for each finding: fingerprints are the finding ids, what licences and
/// decisions cleared is suppressed, what could not be decided is of kind "open".
std::unique_ptr<ReportWriter> make_sarif_writer(std::ostream& stream);

} // namespace preflag
