#pragma once

#include <preflag/manifest/source/seekable_file.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A zip archive, read by the directory at its end, as office programs read it.
class ZipFile {
  public:
    struct Member {
        std::string name;
        std::uint64_t size = 0; ///< unpacked, as the directory says
        bool is_encrypted = false;
    };

    /// Throws InputError for a damaged directory, and for one that names more than `most_members`.
    explicit ZipFile(std::shared_ptr<const SeekableFile> file);

    [[nodiscard]] const std::string& name() const { return file_->name(); }
    [[nodiscard]] const std::vector<Member>& members() const { return members_; }
    /// The member of this name, else one whose name differs in capital letters only; nullptr when
    /// there is none.
    [[nodiscard]] const Member* find(std::string_view name) const;
    /// The content of a member, from the place where it stands. Its checksum is verified when the
    /// end is reached. Throws InputError.
    [[nodiscard]] std::unique_ptr<ByteSource> open(const Member& member) const;

    static constexpr std::size_t most_members = 10'000;

  private:
    std::shared_ptr<const SeekableFile> file_;
    std::vector<Member> members_;
};

} // namespace preflag
