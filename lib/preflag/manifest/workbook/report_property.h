#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <string>
#include <string_view>

namespace preflag {

/// The name of the property by which a workbook tells that it is a report of this program. Programs
/// that save the workbook again, also in another format, keep it.
inline constexpr std::string_view report_property = "preflag report";

/// Whether a part of a workbook that holds its properties, of .xlsx or .ods, has this one. `name`
/// is used in messages. Throws InputError for a part that is damaged or too large.
bool has_report_property(ByteSource& part, const std::string& name);

} // namespace preflag
