#pragma once

#include <preflag/manifest/source/stored_file.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

struct SheetNotes;

/// The content of a manifest file after decompression. Plain files are handed through; gzip and
/// bzip2 go through their own libraries, all else through libarchive.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Up to `size` bytes; 0 only at the end. Throws InputError for damaged or truncated content.
    virtual std::size_t read(char* target, std::size_t size) = 0;
    /// "none", "gzip", "zstd", "xz", "bzip2", "lz4", "zip"; "zip+gzip" for one within the other,
    /// "zstd without checksum" for one whose content could be altered unseen.
    [[nodiscard]] virtual std::string_view compression() const = 0;
};

/// A source that throws an InputError when it is read.
std::unique_ptr<ByteSource> failing_source(std::string why);

/// A file opened for reading: its stored bytes (for digest and progress) and its content.
struct OpenedFile {
    std::string name; ///< as reported: "a.csv", "-", "a.zip!b.csv", "a.xlsx!Orders"
    std::shared_ptr<StoredFile> stored;
    std::unique_ptr<ByteSource> content; ///< reads from `stored`, or from the same file
    /// Of a sheet of a workbook; its content is rows as sheet_marks.h describes them.
    std::shared_ptr<const SheetNotes> sheet = {};
};

/// Opens `path` and finds out what it is by its first bytes, not by its name. A zip archive gives
/// an opened file for each member that is no directory, a workbook one for each sheet, also when it
/// is a member of an archive. Throws InputError.
/// With "a.xlsx!Orders" or "a.zip!b.csv" it opens that sheet or member alone.
std::vector<OpenedFile> open_files(const std::string& path);

/// The file that a path names: "a.xlsx" of "a.xlsx!Orders", unless there is a file of the whole
/// name.
std::string file_of(const std::string& path);

} // namespace preflag
