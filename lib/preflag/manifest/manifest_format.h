#pragma once

#include <string_view>

namespace preflag {

enum class ManifestFormat { csv, yaml, json, json_lines };

/// By the name's ending (that of compression left aside), checked against the first bytes of the
/// text; by those alone for standard input and unknown endings.
ManifestFormat detect_format(std::string_view name, std::string_view sample);

/// Whether a file of this name in a folder is taken for a manifest.
bool has_manifest_name(std::string_view name);

} // namespace preflag
