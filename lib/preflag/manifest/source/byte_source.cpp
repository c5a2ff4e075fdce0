#include <preflag/base/error.h>
#include <preflag/manifest/source/archive_source.h>
#include <preflag/manifest/source/byte_source.h>
#include <preflag/manifest/source/unpacking.h>

#include <fmt/format.h>

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

/// A member that cannot be unpacked: the others are read.
class DamagedSource : public ByteSource {
  public:
    explicit DamagedSource(std::string why) : why_(std::move(why)) {}

    std::size_t read(char* /*target*/, std::size_t /*size*/) override { throw InputError(why_); }
    [[nodiscard]] std::string_view compression() const override { return "zip"; }

  private:
    std::string why_;
};

std::unique_ptr<ByteSource> open_member(const OpenedFile& file, const std::string& path,
                                        const std::string& member) {
    try {
        return unpacked(open_zip_member(std::make_unique<StoredSource>(*file.stored), path, member),
                        file.name);
    } catch (const InputError& error) {
        return std::make_unique<DamagedSource>(error.what());
    }
}

std::vector<OpenedFile> open_members(const std::string& path) {
    if (path == "-")
        throw InputError("standard input holds a zip archive, which can only be read from a file; "
                         "save it first and give its path");
    std::vector<OpenedFile> members;
    StoredFile listed(path);
    for (const std::string& member : zip_members(std::make_unique<StoredSource>(listed), path)) {
        OpenedFile file;
        file.name = path + "!" + member;
        file.stored = std::make_unique<StoredFile>(path);
        file.content = open_member(file, path, member);
        members.push_back(std::move(file));
    }
    if (members.empty())
        throw InputError(fmt::format("{}: the zip archive holds no file", path));
    return members;
}

} // namespace

std::vector<OpenedFile> open_files(const std::string& path) {
    OpenedFile file;
    file.name = path;
    file.stored = std::make_unique<StoredFile>(path);
    std::unique_ptr<ByteSource> source = std::make_unique<StoredSource>(*file.stored);
    std::string first = first_bytes(*source, magic_bytes);
    if (compression_of(first) == "zip")
        return open_members(path);
    file.content = unpacked(with_first(std::move(first), std::move(source)), path);
    std::vector<OpenedFile> files;
    files.push_back(std::move(file));
    return files;
}

} // namespace preflag
