#include <preflag/base/error.h>
#include <preflag/manifest/source/archive_source.h>
#include <preflag/manifest/source/unpacking.h>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace preflag {

namespace {

/// Each member is open until its archive is read; more would be out of all proportion.
constexpr std::size_t most_members = 200;

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

std::string archive_error(archive* reader) {
    const char* reason = archive_error_string(reader);
    return reason == nullptr ? "it begins like such data, but is none" : reason;
}

/// One libarchive reader over a source.
class ArchiveSource : public ByteSource {
  public:
    ArchiveSource(std::unique_ptr<ByteSource> packed, std::string name,
                  std::string_view compression, bool has_checksum = true)
        : packed_(std::move(packed)), name_(std::move(name)), own_compression_(compression),
          compression_(with_layer(packed_->compression(), compression) +
                       (has_checksum ? "" : " without checksum")),
          block_(std::size_t{1} << 18), archive_(archive_read_new()) {
        if (compression == "zip")
            archive_read_support_format_zip_streamable(archive_.get());
        else
            support(compression);
        check(archive_read_open(archive_.get(), this, nullptr, &ArchiveSource::more, nullptr));
    }
    ArchiveSource(const ArchiveSource&) = delete;
    ArchiveSource& operator=(const ArchiveSource&) = delete;

    /// The next member's name; empty at the end of the archive.
    std::string next_member() {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(archive_.get(), &entry);
        if (result == ARCHIVE_EOF)
            return {};
        check(result);
        const char* name = archive_entry_pathname(entry);
        return name == nullptr ? std::string("data") : std::string(name);
    }

    /// Throws when libarchive sees no compression where the first bytes promised one.
    void require_filter() {
        if (archive_filter_code(archive_.get(), 0) == ARCHIVE_FILTER_NONE)
            fail();
    }

    std::size_t read(char* target, std::size_t size) override {
        const la_ssize_t count = archive_read_data(archive_.get(), target, size);
        if (count < 0)
            fail();
        if (count == 0 && size > 0 && own_compression_ != "zip")
            require_all_read();
        return static_cast<std::size_t>(count);
    }

    [[nodiscard]] std::string_view compression() const override { return compression_; }

  private:
    /// libarchive's read callback. An InputError must not cross C code: it is kept and thrown
    /// later.
    static la_ssize_t more(archive* reader, void* self, const void** block) {
        auto& source = *static_cast<ArchiveSource*>(self);
        try {
            const std::size_t got =
                source.packed_->read(source.block_.data(), source.block_.size());
            source.given_ += got;
            *block = source.block_.data();
            return static_cast<la_ssize_t>(got);
        } catch (const InputError& error) {
            source.read_error_ = error.what();
            archive_set_error(reader, -1, "read error");
            return -1;
        }
    }

    void support(std::string_view compression) {
        archive_read_support_format_raw(archive_.get());
        if (compression == "xz")
            archive_read_support_filter_xz(archive_.get());
        else if (compression == "zstd")
            archive_read_support_filter_zstd(archive_.get());
        else
            archive_read_support_filter_lz4(archive_.get());
    }

    void check(int result) {
        if (result < ARCHIVE_WARN)
            fail();
    }

    /// libarchive takes what is no compressed data for the end: then bytes are left over.
    void require_all_read() {
        const auto used = static_cast<std::uint64_t>(archive_filter_bytes(archive_.get(), -1));
        if (used != given_ || packed_->read(block_.data(), block_.size()) > 0)
            fail_unpacking(name_, own_compression_,
                           fmt::format("what follows its end is no {} data", own_compression_));
    }

    [[noreturn]] void fail() {
        if (!read_error_.empty())
            throw InputError(read_error_);
        fail_unpacking(name_, own_compression_, archive_error(archive_.get()));
    }

    std::unique_ptr<ByteSource> packed_;
    std::string name_;
    std::string own_compression_;
    std::string compression_;
    std::string read_error_;
    std::vector<char> block_;
    std::uint64_t given_ = 0; ///< bytes handed to libarchive
    Archive archive_;         ///< freed also when the constructor throws
};

/// Throws when bytes follow the record that ends the archive.
void require_end_of_zip(const SeekableFile& file) {
    constexpr std::uint64_t record = 22; // bytes, of which the last two are the length of a comment
    constexpr std::uint64_t longest_comment = 65'535;
    std::string tail(std::min(file.size(), record + longest_comment), '\0');
    tail.resize(file.read_at(file.size() - tail.size(), tail.data(), tail.size()));
    const std::size_t start = tail.rfind("PK\x05\x06");
    const bool is_whole = start != std::string::npos && tail.size() - start >= record;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(tail[start + at]); };
    if (!is_whole || tail.size() - start - record != byte(20) + std::size_t{256} * byte(21))
        fail_unpacking(file.name(), "zip", "it does not end with the end of its directory");
}

/// Reads a file from its beginning to its end.
class WholeFile : public ByteSource {
  public:
    explicit WholeFile(const SeekableFile& file) : file_(file) {}

    std::size_t read(char* target, std::size_t size) override {
        const std::size_t got = file_.read_at(offset_, target, size);
        offset_ += got;
        return got;
    }
    [[nodiscard]] std::string_view compression() const override { return "none"; }

  private:
    const SeekableFile& file_;
    std::uint64_t offset_ = 0;
};

/// Throws unless the archive holds what its directory names: a damaged header hides a file from
/// those who read the archive from its beginning.
void compare_with_directory(const ZipFile& zip, std::vector<std::string> found) {
    const std::string& path = zip.name();
    std::vector<std::string> named;
    for (const ZipFile::Member& member : zip.members())
        named.push_back(member.name);
    std::sort(named.begin(), named.end());
    std::sort(found.begin(), found.end());
    if (named != found)
        fail_unpacking(path, "zip",
                       fmt::format("its directory names {} files and it holds {}, or their names "
                                   "differ",
                                   named.size(), found.size()));
}

} // namespace

std::unique_ptr<ByteSource> open_compressed(std::unique_ptr<ByteSource> packed,
                                            const std::string& name, std::string_view compression,
                                            bool has_checksum) {
    auto source =
        std::make_unique<ArchiveSource>(std::move(packed), name, compression, has_checksum);
    source->next_member();
    source->require_filter();
    return source;
}

std::vector<std::string> zip_members(const ZipFile& zip, const SeekableFile& file) {
    const std::string& path = zip.name();
    ArchiveSource archive(std::make_unique<WholeFile>(file), path, "zip");
    std::vector<std::string> members;
    std::vector<std::string> found;
    for (std::string member = archive.next_member(); !member.empty();
         member = archive.next_member()) {
        found.push_back(member);
        if (member.back() == '/')
            continue;
        if (std::find(members.begin(), members.end(), member) != members.end())
            throw InputError(
                fmt::format("{}: the zip archive holds two files named {}; take it apart "
                            "and screen them one by one",
                            path, member));
        if (members.size() == most_members)
            throw InputError(
                fmt::format("{}: the zip archive holds more than {} files; take it apart "
                            "and screen the folder",
                            path, most_members));
        members.push_back(std::move(member));
    }
    compare_with_directory(zip, std::move(found));
    require_end_of_zip(file);
    return members;
}

} // namespace preflag
