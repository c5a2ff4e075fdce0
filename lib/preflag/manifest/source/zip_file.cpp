#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/source/unpacking.h>
#include <preflag/manifest/source/zip_file.h>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t small_block = std::size_t{1} << 13; ///< while headers are looked for
constexpr std::size_t large_block = std::size_t{1} << 17; ///< while a member is read

struct CloseZip {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

/// One libarchive reader over a seekable file.
class ZipReader : public ByteSource {
  public:
    explicit ZipReader(std::shared_ptr<const SeekableFile> file)
        : file_(std::move(file)), block_(large_block), archive_(archive_read_new()) {
        archive* const reader = archive_.get();
        archive_read_support_format_zip_seekable(reader);
        archive_read_set_read_callback(reader, &ZipReader::more);
        archive_read_set_seek_callback(reader, &ZipReader::seek);
        archive_read_set_skip_callback(reader, &ZipReader::skip);
        archive_read_set_callback_data(reader, this);
        check(archive_read_open1(reader));
    }
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    /// nullptr at the end.
    archive_entry* next_entry() {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(archive_.get(), &entry);
        if (result == ARCHIVE_EOF)
            return nullptr;
        check(result);
        return entry;
    }

    void begin_reading() { block_size_ = large_block; }

    std::size_t read(char* target, std::size_t size) override {
        const la_ssize_t count = archive_read_data(archive_.get(), target, size);
        if (count < 0)
            fail();
        return static_cast<std::size_t>(count);
    }
    [[nodiscard]] std::string_view compression() const override { return "zip"; }

  private:
    /// An InputError must not cross C code: it is kept and thrown later.
    static la_ssize_t more(archive* reader, void* self, const void** block) {
        auto& zip = *static_cast<ZipReader*>(self);
        try {
            const std::size_t got =
                zip.file_->read_at(zip.offset_, zip.block_.data(), zip.block_size_);
            zip.offset_ += got;
            *block = zip.block_.data();
            return static_cast<la_ssize_t>(got);
        } catch (const InputError& error) {
            zip.read_error_ = error.what();
            archive_set_error(reader, -1, "read error");
            return -1;
        }
    }

    static la_int64_t seek(archive* /*reader*/, void* self, la_int64_t offset, int whence) {
        auto& zip = *static_cast<ZipReader*>(self);
        const auto size = static_cast<la_int64_t>(zip.file_->size());
        la_int64_t base = 0;
        if (whence == SEEK_CUR)
            base = static_cast<la_int64_t>(zip.offset_);
        else if (whence == SEEK_END)
            base = size;
        const la_int64_t place = std::clamp<la_int64_t>(base + offset, 0, size);
        zip.offset_ = static_cast<std::uint64_t>(place);
        return place;
    }

    static la_int64_t skip(archive* /*reader*/, void* self, la_int64_t count) {
        auto& zip = *static_cast<ZipReader*>(self);
        const std::uint64_t left = zip.file_->size() - std::min(zip.offset_, zip.file_->size());
        const auto skipped = std::min<la_int64_t>(count, static_cast<la_int64_t>(left));
        zip.offset_ += static_cast<std::uint64_t>(skipped);
        return skipped;
    }

    void check(int result) {
        if (result < ARCHIVE_WARN)
            fail();
    }

    [[noreturn]] void fail() {
        if (!read_error_.empty())
            throw InputError(read_error_);
        const char* reason = archive_error_string(archive_.get());
        fail_unpacking(file_->name(), "zip",
                       reason == nullptr ? "it begins like such data, but is none" : reason);
    }

    std::shared_ptr<const SeekableFile> file_;
    std::string read_error_;
    std::vector<char> block_;
    std::size_t block_size_ = small_block;
    std::uint64_t offset_ = 0;
    std::unique_ptr<archive, CloseZip> archive_;
};

std::string name_of_entry(archive_entry* entry) {
    const char* name = archive_entry_pathname(entry);
    return name == nullptr ? std::string("data") : std::string(name);
}

} // namespace

ZipFile::ZipFile(std::shared_ptr<const SeekableFile> file) : file_(std::move(file)) {
    ZipReader reader(file_);
    while (archive_entry* const entry = reader.next_entry()) {
        Member member;
        member.name = name_of_entry(entry);
        member.size =
            static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
        member.is_encrypted = archive_entry_is_data_encrypted(entry) != 0;
        if (members_.size() == most_members)
            throw InputError(fmt::format("{}: the zip archive holds more than {} files; take it "
                                         "apart and screen the folder",
                                         name(), most_members));
        members_.push_back(std::move(member));
    }
}

const ZipFile::Member* ZipFile::find(std::string_view name) const {
    const std::string wanted = ascii_lower(name);
    auto found = std::find_if(members_.begin(), members_.end(),
                              [&](const Member& member) { return member.name == name; });
    if (found == members_.end())
        found = std::find_if(members_.begin(), members_.end(), [&](const Member& member) {
            return ascii_lower(member.name) == wanted;
        });
    return found == members_.end() ? nullptr : &*found;
}

std::unique_ptr<ByteSource> ZipFile::open(const Member& member) const {
    auto reader = std::make_unique<ZipReader>(file_);
    while (archive_entry* const entry = reader->next_entry())
        if (name_of_entry(entry) == member.name) {
            reader->begin_reading();
            return reader;
        }
    throw InputError(fmt::format("{}: holds no member {}", name(), member.name));
}

} // namespace preflag
