#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The content of a file of a compression that libarchive reads ("xz", "zstd", "lz4"). `name` is
/// used in messages. Throws InputError when the compression cannot be read.
std::unique_ptr<ByteSource> open_compressed(std::unique_ptr<ByteSource> packed,
                                            const std::string& name, std::string_view compression);

/// The names of the files in the zip archive at `path`, in archive order; `archive` reads it.
/// Throws InputError for a damaged archive, also one whose directory names other files than it
/// holds, and for an office workbook, which is a zip archive too.
std::vector<std::string> zip_members(std::unique_ptr<ByteSource> archive, const std::string& path);

/// The content of one member. `path` is used in messages. Throws InputError when it is encrypted or
/// damaged.
std::unique_ptr<ByteSource> open_zip_member(std::unique_ptr<ByteSource> archive,
                                            const std::string& path, const std::string& member);

} // namespace preflag
