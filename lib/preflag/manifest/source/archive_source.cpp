#include <preflag/base/error.h>
#include <preflag/manifest/source/archive_source.h>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace preflag {

namespace {

/// Each member is open until its archive is read; more would be out of all proportion.
constexpr std::size_t most_members = 200;

/// One libarchive reader over a stored file.
class ArchiveSource : public ByteSource {
  public:
    ArchiveSource(StoredFile& stored, std::string first, std::string_view compression)
        : stored_(stored), first_(std::move(first)), compression_(compression),
          block_(std::size_t{1} << 18), archive_(archive_read_new()) {
        archive_read_support_filter_all(archive_.get());
        if (compression == "zip")
            archive_read_support_format_zip_streamable(archive_.get());
        else
            archive_read_support_format_raw(archive_.get());
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
        return static_cast<std::size_t>(count);
    }

    [[nodiscard]] std::string_view compression() const override { return compression_; }

  private:
    struct Free {
        void operator()(archive* reader) const { archive_read_free(reader); }
    };

    /// libarchive's read callback. An InputError must not cross C code: it is kept and thrown
    /// later.
    static la_ssize_t more(archive* reader, void* self, const void** block) {
        auto& source = *static_cast<ArchiveSource*>(self);
        try {
            if (!source.first_.empty()) {
                source.block_.assign(source.first_.begin(), source.first_.end());
                source.first_.clear();
                *block = source.block_.data();
                const auto count = static_cast<la_ssize_t>(source.block_.size());
                return count;
            }
            source.block_.resize(std::size_t{1} << 18);
            *block = source.block_.data();
            return static_cast<la_ssize_t>(
                source.stored_.read(source.block_.data(), source.block_.size()));
        } catch (const InputError& error) {
            source.read_error_ = error.what();
            archive_set_error(reader, -1, "read error");
            return -1;
        }
    }

    void check(int result) {
        if (result < ARCHIVE_WARN)
            fail();
    }

    [[noreturn]] void fail() {
        if (!read_error_.empty())
            throw InputError(read_error_);
        const char* reason = archive_error_string(archive_.get());
        throw InputError(
            fmt::format("{}: the {} data is damaged or incomplete ({}); get the file "
                        "again from its source",
                        stored_.path(), compression_,
                        reason == nullptr ? "it begins like such data, but is none" : reason));
    }

    StoredFile& stored_;
    std::string first_;
    std::string compression_;
    std::string read_error_;
    std::vector<char> block_;
    std::unique_ptr<archive, Free> archive_; ///< freed also when the constructor throws
};

bool is_office_member(std::string_view member) {
    return member == "[Content_Types].xml" || member == "content.xml";
}

} // namespace

std::unique_ptr<ByteSource> open_compressed(StoredFile& stored, std::string first,
                                            std::string_view compression) {
    auto source = std::make_unique<ArchiveSource>(stored, std::move(first), compression);
    source->next_member();
    source->require_filter();
    return source;
}

std::vector<std::string> zip_members(const std::string& path) {
    StoredFile stored(path);
    ArchiveSource archive(stored, {}, "zip");
    std::vector<std::string> members;
    for (std::string member = archive.next_member(); !member.empty();
         member = archive.next_member()) {
        if (is_office_member(member))
            throw InputError(fmt::format(
                "{}: is an office workbook; save the sheet as CSV (UTF-8) and screen that", path));
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
    return members;
}

std::unique_ptr<ByteSource> open_zip_member(StoredFile& stored, const std::string& member) {
    auto source = std::make_unique<ArchiveSource>(stored, std::string{}, "zip");
    for (std::string name = source->next_member(); name != member; name = source->next_member())
        if (name.empty())
            throw InputError(fmt::format("{}: holds no member {}", stored.path(), member));
    return source;
}

} // namespace preflag
