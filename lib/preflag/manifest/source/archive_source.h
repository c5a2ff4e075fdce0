#pragma once

#include <preflag/manifest/source/zip_file.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The content of a file of a compression that libarchive reads ("xz", "zstd", "lz4"). `name` is
/// used in messages. What has no checksum is named so: "zstd without checksum". Throws InputError
/// when the compression cannot be read.
std::unique_ptr<ByteSource> open_compressed(std::unique_ptr<ByteSource> packed,
                                            const std::string& name, std::string_view compression,
                                            bool has_checksum);

/// The names of the files in a zip archive, in archive order; those that end in "/" are left out.
/// The whole archive is read from its beginning: throws InputError for a damaged one, also for one
/// whose directory names other files than it holds.
std::vector<std::string> zip_members(const ZipFile& zip, const SeekableFile& file);

} // namespace preflag
