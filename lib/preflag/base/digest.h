#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace preflag {

/// SHA-256 over bytes that arrive in pieces.
class Digest {
  public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void add(std::string_view bytes);

    /// 64 lower-case hexadecimal digits. Ends the digest: nothing can be added after it.
    std::string finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-256 of one text, as 64 lower-case hexadecimal digits.
std::string digest_of(std::string_view bytes);

/// The same as 44 characters of base64, as a Content-Security-Policy names what it lets through.
std::string base64_digest_of(std::string_view bytes);

} // namespace preflag
