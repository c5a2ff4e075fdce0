#include <preflag/base/error.h>
#include <preflag/manifest/source/archive_source.h>
#include <preflag/manifest/source/byte_source.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace preflag {

namespace {

/// A plain file. The bytes read to recognise it come first.
class PlainSource : public ByteSource {
  public:
    PlainSource(StoredFile& stored, std::string first)
        : stored_(stored), first_(std::move(first)) {}

    std::size_t read(char* target, std::size_t size) override {
        if (offset_ == first_.size())
            return stored_.read(target, size);
        const std::size_t count = std::min(size, first_.size() - offset_);
        std::memcpy(target, first_.data() + offset_, count);
        offset_ += count;
        return count;
    }

    [[nodiscard]] std::string_view compression() const override { return "none"; }

  private:
    StoredFile& stored_;
    std::string first_;
    std::size_t offset_ = 0;
};

std::string_view compression_of(std::string_view first) {
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> magics{
        {{"\x1f\x8b"sv, "gzip"},
         {"\x28\xb5\x2f\xfd"sv, "zstd"},
         {"\xfd\x37\x7a\x58\x5a\0"sv, "xz"},
         {"BZh"sv, "bzip2"},
         {"\x04\x22\x4d\x18"sv, "lz4"},
         {"PK\x03\x04"sv, "zip"}}};
    for (const auto& [magic, name] : magics)
        if (first.substr(0, magic.size()) == magic)
            return name;
    return "none";
}

std::string first_bytes(StoredFile& stored) {
    std::string first(8, '\0');
    std::size_t count = 0;
    while (count < first.size()) {
        const std::size_t got = stored.read(first.data() + count, first.size() - count);
        if (got == 0)
            break;
        count += got;
    }
    first.resize(count);
    return first;
}

std::vector<OpenedFile> open_members(const std::string& path) {
    if (path == "-")
        throw InputError("standard input holds a zip archive, which can only be read from a file; "
                         "save it first and give its path");
    std::vector<OpenedFile> members;
    for (const std::string& member : zip_members(path)) {
        OpenedFile file;
        file.name = path + "!" + member;
        file.stored = std::make_unique<StoredFile>(path);
        file.content = open_zip_member(*file.stored, member);
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
    std::string first = first_bytes(*file.stored);
    const std::string_view compression = compression_of(first);
    if (compression == "zip")
        return open_members(path);
    if (compression == "none")
        file.content = std::make_unique<PlainSource>(*file.stored, std::move(first));
    else
        file.content = open_compressed(*file.stored, std::move(first), compression);
    std::vector<OpenedFile> files;
    files.push_back(std::move(file));
    return files;
}

} // namespace preflag
