#pragma once

#include <preflag/report/kept/kept_line.h>
#include <preflag/run/summary.h>

#include <functional>
#include <istream>
#include <optional>
#include <string>

namespace preflag {

/// Reads a report in the format json or jsonl, as a run wrote it, line by line: memory does not
/// grow with it. `take` gets each line in order; the lines refer to `lines`. The run is what a JSON
/// report has at its end; none of JSON Lines. Throws InputError when the stream breaks or the
/// report is cut off, MalformedFile, with line and column, for what is no report. `name` is the
/// report's.
std::optional<RunReport> read_kept_report(std::istream& report, const std::string& name,
                                          KeptLines& lines,
                                          const std::function<void(ScreenedLine)>& take);

/// The run in a file that --summary wrote. Throws as above.
RunReport read_kept_summary(const std::string& path);

} // namespace preflag
