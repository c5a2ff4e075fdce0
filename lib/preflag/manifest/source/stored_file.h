#pragma once

#include <preflag/base/digest.h>
#include <preflag/base/file/descriptor.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace preflag {

/// The bytes of a file, or of standard input for "-", as they are stored: compressed ones too.
/// Read in blocks, never mapped, so that a file cut short while it is read is noticed.
class StoredFile {
  public:
    /// Throws InputError when the file cannot be opened or is a directory.
    explicit StoredFile(const std::string& path);
    ~StoredFile();
    StoredFile(const StoredFile&) = delete;
    StoredFile& operator=(const StoredFile&) = delete;

    /// Up to `size` bytes; 0 only at the end. Throws InputError when reading fails.
    std::size_t read(char* target, std::size_t size);

    /// The same file, to be read in any order. Not for standard input.
    [[nodiscard]] Descriptor duplicate() const;

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
    /// SHA-256 of all bytes; reads what is left. Calling it again gives the same answer.
    std::string digest();

  private:
    std::string path_;
    int descriptor_;
    std::uint64_t bytes_read_ = 0;
    Digest digest_;
    std::string finished_digest_;
};

} // namespace preflag
