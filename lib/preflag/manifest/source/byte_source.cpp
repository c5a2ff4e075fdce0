#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/source/archive_source.h>
#include <preflag/manifest/source/byte_source.h>
#include <preflag/manifest/source/unpacking.h>
#include <preflag/manifest/workbook/workbook.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t magic_bytes = 8;

/// A file as it is stored.
class StoredSource : public ByteSource {
  public:
    explicit StoredSource(StoredFile& stored) : stored_(stored) {}

    std::size_t read(char* target, std::size_t size) override { return stored_.read(target, size); }
    [[nodiscard]] std::string_view compression() const override { return "none"; }

  private:
    StoredFile& stored_;
};

/// What cannot be read: what stands beside it is.
class FailingSource : public ByteSource {
  public:
    explicit FailingSource(std::string why) : why_(std::move(why)) {}

    std::size_t read(char* /*target*/, std::size_t /*size*/) override { throw InputError(why_); }
    [[nodiscard]] std::string_view compression() const override { return "zip"; }

  private:
    std::string why_;
};

/// Opens what a file holds: itself, the members of an archive, the sheets of a workbook.
class FileOpener {
  public:
    explicit FileOpener(const std::string& path) : stored_(std::make_shared<StoredFile>(path)) {}

    std::vector<OpenedFile> open() {
        const std::string& path = stored_->path();
        std::unique_ptr<ByteSource> source = std::make_unique<StoredSource>(*stored_);
        std::string first = first_bytes(*source, magic_bytes);
        const std::string_view kind = compression_of(first);
        if (kind == "zip" && path != "-")
            open_archive(seekable());
        else if (first.starts_with(old_office) && path != "-")
            throw InputError(old_office_fault(*seekable()));
        else
            add_unpacked(path, unpacked(with_first(std::move(first), std::move(source)), path));
        return std::move(files_);
    }

  private:
    static constexpr std::string_view old_office = "\xD0\xCF\x11\xE0";

    std::shared_ptr<const SeekableFile> seekable() {
        return std::make_shared<const SeekableFile>(stored_->duplicate(), stored_->path());
    }

    /// What may be a workbook is copied to a temporary file first.
    void add_unpacked(const std::string& name, std::unique_ptr<ByteSource> content) {
        std::string first = first_bytes(*content, magic_bytes);
        if (first.starts_with(old_office))
            throw InputError(old_office_fault(*spooled(first, *content, name)));
        if (compression_of(first) != "zip")
            return add(name, with_first(std::move(first), std::move(content)), nullptr);
        const std::string_view packed_in = content->compression();
        const auto file = spooled(first, *content, name);
        auto zip = std::make_shared<const ZipFile>(file);
        if (is_office_document(*zip))
            return add_sheets(std::move(zip));
        if (packed_in == "none")
            return add_members(zip, *file);
        throw InputError(
            fmt::format("{}: holds a zip archive that is packed itself ({}); unpack it "
                        "first and screen what is in it",
                        name, packed_in));
    }

    void open_archive(const std::shared_ptr<const SeekableFile>& file) {
        auto zip = std::make_shared<const ZipFile>(file);
        if (is_office_document(*zip))
            add_sheets(std::move(zip));
        else
            add_members(zip, *file);
    }

    void add_sheets(std::shared_ptr<const ZipFile> zip) {
        for (OpenedSheet& sheet : open_sheets(std::move(zip)))
            add(std::move(sheet.name), std::move(sheet.content), std::move(sheet.notes));
    }

    void add_members(const std::shared_ptr<const ZipFile>& zip, const SeekableFile& file) {
        for (const std::string& member : zip_members(*zip, file)) {
            const std::string name = zip->name() + "!" + member;
            try {
                add_unpacked(name, unpacked(zip->open(*zip->find(member)), name));
            } catch (const InputError& error) {
                add(name, failing_source(error.what()), nullptr);
            }
        }
        if (files_.empty())
            throw InputError(fmt::format("{}: the zip archive holds no file", zip->name()));
    }

    void add(std::string name, std::unique_ptr<ByteSource> content,
             std::shared_ptr<const SheetNotes> sheet) {
        files_.push_back({std::move(name), stored_, std::move(content), std::move(sheet)});
    }

    std::shared_ptr<StoredFile> stored_;
    std::vector<OpenedFile> files_;
};

} // namespace

std::unique_ptr<ByteSource> failing_source(std::string why) {
    return std::make_unique<FailingSource>(std::move(why));
}

std::string file_of(const std::string& path) {
    std::error_code error;
    std::string file = path;
    while (!std::filesystem::exists(file, error)) {
        const std::size_t mark = file.rfind('!');
        if (mark == std::string::npos)
            return path;
        file.resize(mark);
    }
    return std::filesystem::is_directory(file, error) ? path : file;
}

std::vector<OpenedFile> open_files(const std::string& path) {
    const std::string file = file_of(path);
    std::vector<OpenedFile> files = FileOpener(file).open();
    if (file == path)
        return files;
    std::string names;
    for (const OpenedFile& one : files)
        names += (names.empty() ? "" : ", ") + printable(one.name);
    const std::string wanted = file + printable(std::string_view(path).substr(file.size()));
    std::erase_if(files, [&](const OpenedFile& one) {
        return one.name != path && printable(one.name) != wanted &&
               !one.name.starts_with(path + "!");
    });
    if (files.empty())
        throw InputError(fmt::format("{}: there is no such sheet or file in {}, which holds {}",
                                     wanted, file, truncate_utf8(names, 500)));
    return files;
}

} // namespace preflag
