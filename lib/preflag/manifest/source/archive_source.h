#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The content of a compressed file. `first` are the bytes already taken from `stored`, which must
/// outlive the source. Throws InputError when the compression cannot be read.
std::unique_ptr<ByteSource> open_compressed(StoredFile& stored, std::string first,
                                            std::string_view compression);

/// The names of the files in a zip archive, in archive order. Throws InputError for a damaged
/// archive and for an office workbook, which is a zip archive too.
std::vector<std::string> zip_members(const std::string& path);

/// The content of one member. Throws InputError when it is encrypted or damaged.
std::unique_ptr<ByteSource> open_zip_member(StoredFile& stored, const std::string& member);

} // namespace preflag
