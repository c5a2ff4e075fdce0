#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/rule_files.h>
#include <preflag/base/rule_image.h>

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <bit>
#include <exception>
#include <istream>
#include <ostream>
#include <sstream>
#include <streambuf>

namespace preflag {

namespace {

constexpr std::size_t digest_length = 64;

/// Changes with every change of what is written; the bytes of numbers stand as the machine has
/// them.
std::string mark() {
    constexpr bool is_little = std::endian::native == std::endian::little;
    return std::string("preflag rules image 1 ") + (is_little ? "little" : "big") + ' ' +
           std::to_string(sizeof(std::size_t)) + '\n';
}

/// A stream over bytes that stay where they are.
class ByteBuffer : public std::streambuf {
  public:
    explicit ByteBuffer(std::string_view bytes) {
        char* const first = const_cast<char*>(bytes.data()); // NOLINT: a get area is never written
        setg(first, first, first + bytes.size());
    }
};

} // namespace

std::optional<RuleImage> RuleImage::parse(std::string_view bytes) {
    const std::string head = mark();
    if (!bytes.starts_with(head) || bytes.size() < head.size() + digest_length)
        return std::nullopt;
    const std::string_view payload = bytes.substr(head.size() + digest_length);
    if (digest_of(payload) != bytes.substr(head.size(), digest_length))
        return std::nullopt;
    try {
        ByteBuffer buffer(payload);
        std::istream stream(&buffer);
        cereal::BinaryInputArchive archive(stream);
        RuleImage image;
        archive(image.trees_);
        return image;
    } catch (const std::exception&) {
        return std::nullopt; // whole, but not written by this program
    }
}

std::optional<RuleImage> RuleImage::read(const std::filesystem::path& file, std::string& note) {
    try {
        const auto bytes = read_if_present(file);
        if (!bytes)
            return std::nullopt;
        if (auto image = parse(*bytes))
            return image;
    } catch (const MalformedFile&) {
        // told below like any other that cannot be used
    }
    note = file.string() + ": this compiled image of the rules cannot be used, so the rules are "
                           "read from their YAML; \"preflag rules compile\" makes it anew";
    return std::nullopt;
}

const DocumentNode* RuleImage::find(std::string_view digest) const {
    const auto found = trees_.find(digest);
    return found == trees_.end() ? nullptr : &found->second;
}

std::string RuleImage::bytes() const {
    std::ostringstream stream;
    {
        cereal::BinaryOutputArchive archive(stream);
        archive(trees_);
    }
    const std::string payload = std::move(stream).str();
    return mark() + digest_of(payload) + payload;
}

} // namespace preflag
