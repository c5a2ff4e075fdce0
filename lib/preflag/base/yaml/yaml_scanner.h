#pragma once

#include <preflag/base/document/document.h>

namespace preflag {

/// Reads the document's text into its tree where it is the YAML that manifests are written in: a
/// block-style list of maps, each line "key: value" with a scalar that ends on its line. False for
/// everything else, all faults among it; parse_yaml then reads it, or says what is wrong. The text
/// is valid UTF-8 without control characters but tabs and line ends.
bool scan_yaml(Document& document, const DocumentLimits& limits);

/// The same for any YAML, by a library and slower. Throws MalformedFile as read_yaml does.
void parse_yaml(Document& document, const DocumentLimits& limits);

} // namespace preflag
