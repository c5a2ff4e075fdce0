#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace preflag {

/// One document of a YAML stream.
struct YamlPart {
    std::string_view text;
    std::uint64_t line_offset = 0; ///< lines of the stream above it
};

/// Cuts a YAML stream at the lines that begin with "---"; directives stay with the document below
/// them. Parts that hold nothing are left out, so a stream of one document gives one part. The
/// views point into `text`.
std::vector<YamlPart> yaml_parts(std::string_view text);

} // namespace preflag
