#include <preflag/base/digest.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/base/document/rule_image.h>
#include <preflag/base/error.h>

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <exception>
#include <fstream>
#include <istream>
#include <ostream>
#include <sstream>
#include <streambuf>

namespace preflag {

namespace {

constexpr std::size_t digest_length = 64;
constexpr std::size_t size_length = 16;

/// Changes with every change of what is written; the bytes of numbers stand as the machine has
/// them.
std::string mark() {
    constexpr bool is_little = std::endian::native == std::endian::little;
    return std::string("preflag rules image 2 ") + (is_little ? "little" : "big") + ' ' +
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

/// What stands ahead of the two parts, the compiled one first.
struct Head {
    std::size_t compiled_size = 0;
    std::string_view compiled_digest, trees_digest;

    static std::size_t length() { return mark().size() + size_length + 2 * digest_length; }

    static std::optional<Head> parse(std::string_view bytes) {
        const std::string begin = mark();
        if (!bytes.starts_with(begin) || bytes.size() < length())
            return std::nullopt;
        bytes.remove_prefix(begin.size());
        Head head;
        const auto [end, error] =
            std::from_chars(bytes.data(), bytes.data() + size_length, head.compiled_size, 16);
        if (error != std::errc() || end != bytes.data() + size_length)
            return std::nullopt;
        head.compiled_digest = bytes.substr(size_length, digest_length);
        head.trees_digest = bytes.substr(size_length + digest_length, digest_length);
        return head;
    }
};

std::string head_of(std::string_view compiled, std::string_view trees) {
    return fmt::format("{}{:016x}{}{}", mark(), compiled.size(), digest_of(compiled),
                       digest_of(trees));
}

} // namespace

std::optional<RuleImage> RuleImage::parse(std::string_view bytes) {
    const auto head = Head::parse(bytes);
    if (!head || bytes.size() - Head::length() < head->compiled_size)
        return std::nullopt;
    const std::string_view compiled = bytes.substr(Head::length(), head->compiled_size);
    const std::string_view trees = bytes.substr(Head::length() + head->compiled_size);
    if (head_of(compiled, trees) != bytes.substr(0, Head::length()))
        return std::nullopt;
    try {
        ByteBuffer buffer(trees);
        std::istream stream(&buffer);
        cereal::BinaryInputArchive archive(stream);
        RuleImage image;
        archive(image.trees_);
        image.compiled_ = compiled;
        return image;
    } catch (const std::exception&) {
        return std::nullopt; // whole, but not written by this program
    }
}

std::optional<std::string> RuleImage::read_compiled(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(Head::length(), '\0');
    if (!stream.read(start.data(), static_cast<std::streamsize>(start.size())))
        return std::nullopt;
    const auto head = Head::parse(start);
    std::error_code error;
    if (!head || head->compiled_size > std::filesystem::file_size(file, error) || error)
        return std::nullopt;
    std::string compiled(head->compiled_size, '\0');
    if (!stream.read(compiled.data(), static_cast<std::streamsize>(compiled.size())) ||
        digest_of(compiled) != head->compiled_digest)
        return std::nullopt;
    return compiled;
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
    const std::string trees = std::move(stream).str();
    return head_of(compiled_, trees) + compiled_ + trees;
}

} // namespace preflag
