#include <preflag/base/digest.h>

#include <openssl/evp.h>

#include <array>
#include <new>

namespace preflag {

namespace {

struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, Free>;

/// Found once: looking it up takes longer than most digests.
const EVP_MD* sha256() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched != nullptr ? fetched : EVP_sha256();
}

void begin(EVP_MD_CTX* context) {
    if (context == nullptr || EVP_DigestInit_ex(context, sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

std::string finished(EVP_MD_CTX* context) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context, raw.data(), &size);
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    std::string text(std::size_t{size} * 2, '0');
    for (unsigned int i = 0; i < size; ++i) {
        text[i * 2] = hexadecimal[raw[i] >> 4];
        text[i * 2 + 1] = hexadecimal[raw[i] & 15];
    }
    return text;
}

} // namespace

struct Digest::State {
    Context context{EVP_MD_CTX_new()};
};

Digest::Digest() : state_(std::make_unique<State>()) {
    begin(state_->context.get());
}

Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) {
    EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size());
}

std::string Digest::finish() {
    return finished(state_->context.get());
}

std::string digest_of(std::string_view bytes) {
    thread_local const Context context(EVP_MD_CTX_new());
    begin(context.get());
    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
    return finished(context.get());
}

} // namespace preflag
