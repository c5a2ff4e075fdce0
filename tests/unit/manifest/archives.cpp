#include "archives.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace preflag::test {

namespace {

/// Collects an archive in memory.
class ArchiveWriter {
  public:
    ArchiveWriter() : archive_(archive_write_new()), buffer_(std::size_t{16} << 20, '\0') {}
    ~ArchiveWriter() { archive_write_free(archive_); }
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;

    [[nodiscard]] archive* get() const { return archive_; }
    void check(int result) const {
        if (result < ARCHIVE_OK)
            throw std::runtime_error(archive_error_string(archive_));
    }
    void open() {
        archive_write_set_bytes_in_last_block(archive_, 1);
        check(archive_write_open_memory(archive_, buffer_.data(), buffer_.size(), &used_));
    }
    void add(const std::string& name, std::string_view bytes) const {
        const bool is_folder = name.ends_with('/');
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(
            archive_entry_new(), &archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_filetype(entry.get(), is_folder ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry.get(), is_folder ? 0755 : 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
        check(archive_write_header(archive_, entry.get()));
        if (!bytes.empty() && archive_write_data(archive_, bytes.data(), bytes.size()) < 0)
            throw std::runtime_error(archive_error_string(archive_));
    }
    std::string finish() {
        check(archive_write_close(archive_));
        return buffer_.substr(0, used_);
    }

  private:
    archive* archive_;
    std::string buffer_;
    std::size_t used_ = 0;
};

} // namespace

std::string compressed(std::string_view bytes, const std::string& filter) {
    ArchiveWriter writer;
    writer.check(archive_write_add_filter_by_name(writer.get(), filter.c_str()));
    writer.check(archive_write_set_format_raw(writer.get()));
    writer.open();
    writer.add("data", bytes);
    return writer.finish();
}

std::string zipped(const std::vector<std::pair<std::string, std::string>>& members,
                   const std::string& method) {
    ArchiveWriter writer;
    writer.check(archive_write_set_format_zip(writer.get()));
    writer.check(archive_write_set_options(writer.get(), ("zip:compression=" + method).c_str()));
    writer.open();
    for (const auto& [name, bytes] : members)
        writer.add(name, bytes);
    return writer.finish();
}

} // namespace preflag::test
