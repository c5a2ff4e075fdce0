#include <preflag/base/error.h>
#include <preflag/manifest/source/archive_source.h>
#include <preflag/manifest/source/bzip2_source.h>
#include <preflag/manifest/source/gzip_source.h>
#include <preflag/manifest/source/unpacking.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_head = 8; // what compression_of and has_checksum look at
constexpr int most_layers = 3;

class SourceWithFirst : public ByteSource {
  public:
    SourceWithFirst(std::string first, std::unique_ptr<ByteSource> rest)
        : first_(std::move(first)), rest_(std::move(rest)) {}

    std::size_t read(char* target, std::size_t size) override {
        if (offset_ == first_.size())
            return rest_->read(target, size);
        const std::size_t count = std::min(size, first_.size() - offset_);
        std::memcpy(target, first_.data() + offset_, count);
        offset_ += count;
        return count;
    }
    [[nodiscard]] std::string_view compression() const override { return rest_->compression(); }

  private:
    std::string first_;
    std::unique_ptr<ByteSource> rest_;
    std::size_t offset_ = 0;
};

std::unique_ptr<ByteSource> unpacked_once(std::unique_ptr<ByteSource> packed,
                                          const std::string& name, std::string_view compression,
                                          bool is_checked) {
    if (compression == "gzip")
        return std::make_unique<GzipSource>(std::move(packed), name);
    if (compression == "bzip2")
        return std::make_unique<Bzip2Source>(std::move(packed), name);
    return open_compressed(std::move(packed), name, compression, is_checked);
}

} // namespace

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

bool has_checksum(std::string_view first) {
    const auto bits = [&](std::size_t place, unsigned mask) {
        return place < first.size() && (static_cast<unsigned char>(first[place]) & mask) != 0;
    };
    const std::string_view compression = compression_of(first);
    if (compression == "zstd")
        return bits(4, 0x04); // RFC 8878: Content_Checksum_flag
    if (compression == "lz4")
        return bits(4, 0x14); // LZ4 frame format: content checksum, block checksums
    return compression != "xz" || bits(7, 0x0F); // .xz file format: the kind of check
}

std::unique_ptr<ByteSource> with_first(std::string first, std::unique_ptr<ByteSource> rest) {
    return std::make_unique<SourceWithFirst>(std::move(first), std::move(rest));
}

std::string first_bytes(ByteSource& source, std::size_t size) {
    std::string first(size, '\0');
    std::size_t count = 0;
    while (count < size) {
        const std::size_t got = source.read(first.data() + count, size - count);
        if (got == 0)
            break;
        count += got;
    }
    first.resize(count);
    return first;
}

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> packed, const std::string& name) {
    for (int layer = 0;; ++layer) {
        std::string first = first_bytes(*packed, longest_head);
        const std::string_view compression = compression_of(first);
        const bool is_checked = has_checksum(first);
        packed = with_first(std::move(first), std::move(packed));
        if (compression == "none" || compression == "zip")
            return packed;
        if (layer == most_layers)
            throw InputError(fmt::format("{}: is packed more than {} times over; unpack it first",
                                         name, most_layers));
        packed = unpacked_once(std::move(packed), name, compression, is_checked);
    }
}

std::string with_layer(std::string_view outer, std::string_view compression) {
    return outer == "none" ? std::string(compression) : fmt::format("{}+{}", outer, compression);
}

void fail_unpacking(const std::string& name, std::string_view compression,
                    std::string_view reason) {
    throw InputError(
        fmt::format("{}: the {} data is damaged or incomplete ({}); get the file again "
                    "from its source",
                    name, compression, reason));
}

} // namespace preflag
