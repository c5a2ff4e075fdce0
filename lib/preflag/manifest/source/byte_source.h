#pragma once

#include <preflag/manifest/source/stored_file.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The content of a manifest file after decompression. Plain files are handed through; gzip and
/// bzip2 go through their own libraries, all else through libarchive.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Up to `size` bytes; 0 only at the end. Throws InputError for damaged or truncated content.
    virtual std::size_t read(char* target, std::size_t size) = 0;
    /// "none", "gzip", "zstd", "xz", "bzip2", "lz4", "zip"; "zip+gzip" for one within the other.
    [[nodiscard]] virtual std::string_view compression() const = 0;
};

/// A file opened for reading: its stored bytes (for digest and progress) and its content.
struct OpenedFile {
    std::string name; ///< as reported: "a.csv", "-", "a.zip!b.csv"
    std::unique_ptr<StoredFile> stored;
    std::unique_ptr<ByteSource> content; ///< reads from `stored`
};

/// Opens `path` and finds out how it is compressed by its first bytes, not by its name. A zip
/// archive gives one opened file for each member that is no directory. Throws InputError.
std::vector<OpenedFile> open_files(const std::string& path);

} // namespace preflag
