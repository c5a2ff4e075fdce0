#pragma once

#include <preflag/base/file/descriptor.h>
#include <preflag/manifest/source/byte_source.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace preflag {

/// A file of which any part can be read in any order. Several readers may share one.
class SeekableFile {
  public:
    /// `name` is used in messages.
    SeekableFile(Descriptor file, std::string name);

    /// Up to `size` bytes from `offset` on; 0 only at the end. Throws InputError.
    std::size_t read_at(std::uint64_t offset, char* target, std::size_t size) const;
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    Descriptor file_;
    std::string name_;
    std::uint64_t size_ = 0;
};

/// What is left of `bytes`, with `first` in front of it, in a temporary file without a name that is
/// gone when the last reader is. Throws InputError when it cannot be written or is larger than
/// 4 GiB.
std::shared_ptr<const SeekableFile> spooled(std::string_view first, ByteSource& bytes,
                                            const std::string& name);

} // namespace preflag
