#pragma once

#include <array>
#include <ostream>
#include <streambuf>

namespace preflag {

/// Standard output as a stream whose errors are not lost: a closed pipe throws Interrupted, any
/// other failed write OutputError. Call finish() when everything is written; the destructor stays
/// silent.
class StandardOutput : private std::streambuf {
  public:
    StandardOutput();
    StandardOutput(const StandardOutput&) = delete;
    StandardOutput& operator=(const StandardOutput&) = delete;

    std::ostream& stream() { return stream_; }
    void finish();

  private:
    int_type overflow(int_type character) override;
    int sync() override;
    void write_out();

    std::array<char, 65536> buffer_{};
    std::ostream stream_;
};

} // namespace preflag
