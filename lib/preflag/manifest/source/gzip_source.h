#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct z_stream_s;

namespace preflag {

/// The content of a gzip file: of all its members, one behind the other, each with its checksum and
/// its size verified. Bytes behind the last member that are no member are damage.
class GzipSource : public ByteSource {
  public:
    /// `name` is used in messages.
    GzipSource(std::unique_ptr<ByteSource> packed, std::string name);
    ~GzipSource() override;
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

    std::size_t read(char* target, std::size_t size) override;
    [[nodiscard]] std::string_view compression() const override { return compression_; }

  private:
    bool fill();
    void begin_member();
    [[noreturn]] void fail(int result) const;

    std::unique_ptr<ByteSource> packed_;
    std::string name_;
    std::string compression_;
    std::vector<char> block_;
    std::unique_ptr<z_stream_s> stream_;
    std::uint64_t members_ = 0; ///< begun
    bool is_in_member_ = false;
    bool has_ended_ = false;
};

} // namespace preflag
