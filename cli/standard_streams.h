#pragma once

#include <string_view>

namespace preflag {

/// Opens the null device for each of the descriptors 0 to 2 that is closed, so that no file of the
/// program ever gets one of these numbers. Whoever needs such a stream still hears of it: standard
/// input cannot be read from, standard output and error cannot be written to. Call it before
/// anything is opened.
void open_closed_standard_streams();

/// Writes to standard error as it is. A message that cannot be written (full disk, closed pipe) is
/// lost, and nothing else: the run goes on.
void write_to_standard_error(std::string_view bytes);

} // namespace preflag
