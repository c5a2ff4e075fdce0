#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <memory>
#include <string>
#include <vector>

namespace preflag {

/// The content of a bzip2 file: of all its streams, one behind the other, each with its checksums
/// verified. Bytes behind the last stream that are no stream are damage.
class Bzip2Source : public ByteSource {
  public:
    /// `name` is used in messages.
    Bzip2Source(std::unique_ptr<ByteSource> packed, std::string name);
    ~Bzip2Source() override;
    Bzip2Source(const Bzip2Source&) = delete;
    Bzip2Source& operator=(const Bzip2Source&) = delete;

    std::size_t read(char* target, std::size_t size) override;
    [[nodiscard]] std::string_view compression() const override { return compression_; }

  private:
    struct State;
    bool fill();
    void begin_stream();
    void end_stream();
    [[noreturn]] void fail(int result) const;

    std::unique_ptr<ByteSource> packed_;
    std::string name_;
    std::string compression_;
    std::vector<char> block_;
    std::unique_ptr<State> state_;
};

} // namespace preflag
