#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace preflag {

/// Owns a file descriptor and closes it; -1 is none.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        reset(std::exchange(other.number_, -1));
        return *this;
    }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    void reset(int number = -1);

  private:
    int number_;
};

/// Writes all bytes, waiting where the descriptor is full. Returns 0, or the errno of the write
/// that failed; how much of the bytes was written then is not known. A signal does not end it
/// unless `stop` is set by then; the answer is EINTR in that case.
int write_all(int descriptor, std::string_view bytes, const std::atomic<bool>* stop = nullptr);

/// Appends what is left of the file to `bytes`, but stops soon after there are more than `most`.
/// Returns 0, or the errno of the read that failed. `stop` as for write_all.
int read_all(int descriptor, std::string& bytes, std::size_t most,
             const std::atomic<bool>* stop = nullptr);

/// The system's words for an errno: "No space left on device".
std::string reason_of(int error);

} // namespace preflag
