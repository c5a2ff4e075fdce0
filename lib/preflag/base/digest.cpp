#include <preflag/base/digest.h>
#include <preflag/base/text.h>

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

/// The 32 bytes.
std::string finished(EVP_MD_CTX* context) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context, raw.data(), &size);
    return {raw.begin(), raw.begin() + size};
}

std::string bytes_of_digest(std::string_view bytes) {
    thread_local const Context context(EVP_MD_CTX_new());
    begin(context.get());
    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
    return finished(context.get());
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
    return hexadecimal(finished(state_->context.get()));
}

std::string digest_of(std::string_view bytes) {
    return hexadecimal(bytes_of_digest(bytes));
}

std::string base64_digest_of(std::string_view bytes) {
    const std::string digest = bytes_of_digest(bytes);
    constexpr std::size_t with_end = 45; // four letters for three bytes, and a NUL
    std::array<unsigned char, with_end> text{};
    const int size =
        EVP_EncodeBlock(text.data(), reinterpret_cast<const unsigned char*>(digest.data()),
                        static_cast<int>(digest.size()));
    return {text.begin(), text.begin() + size};
}

} // namespace preflag
