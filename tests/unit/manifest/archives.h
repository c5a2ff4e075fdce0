#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag::test {

/// `bytes` compressed with a libarchive filter: "gzip", "xz", "bzip2", "zstd", "lz4".
std::string compressed(std::string_view bytes, const std::string& filter);

/// A zip archive of (name, content), in this order. A name that ends in "/" is a folder. The method
/// is "deflate" or "store".
std::string zipped(const std::vector<std::pair<std::string, std::string>>& members,
                   const std::string& method = "deflate");

} // namespace preflag::test
