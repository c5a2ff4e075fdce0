#include <preflag/base/error.h>
#include <preflag/manifest/source/seekable_file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

namespace preflag {

namespace {

constexpr std::uint64_t most_spooled = std::uint64_t{4} << 30;

[[noreturn]] void fail_spooling(const std::string& name, int error) {
    throw InputError(fmt::format("{}: cannot be copied to a temporary file: {}; save it as a file "
                                 "of its own and give its path, or let TMPDIR name a folder with "
                                 "room",
                                 name, reason_of(error)));
}

/// A new file that has no name any more.
Descriptor unnamed_file(const std::string& name) {
    std::error_code error;
    std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error)
        folder = "/tmp";
    std::string path = (folder / "preflag-XXXXXX").string();
    Descriptor file(::mkostemp(path.data(), O_CLOEXEC));
    if (!file.is_open())
        fail_spooling(name, errno);
    ::unlink(path.c_str());
    return file;
}

} // namespace

SeekableFile::SeekableFile(Descriptor file, std::string name)
    : file_(std::move(file)), name_(std::move(name)) {
    struct stat status {};
    if (::fstat(file_.number(), &status) == 0 && status.st_size > 0)
        size_ = static_cast<std::uint64_t>(status.st_size);
}

std::size_t SeekableFile::read_at(std::uint64_t offset, char* target, std::size_t size) const {
    const ssize_t count = ::pread(file_.number(), target, size, static_cast<off_t>(offset));
    if (count < 0) // also EINTR: who lets a signal end the wait wants it ended
        throw InputError(fmt::format("{}: cannot be read: {}", name_, reason_of(errno)));
    return static_cast<std::size_t>(count);
}

std::shared_ptr<const SeekableFile> spooled(std::string_view first, ByteSource& bytes,
                                            const std::string& name) {
    Descriptor file = unnamed_file(name);
    if (const int error = write_all(file.number(), first); error != 0)
        fail_spooling(name, error);
    std::vector<char> block(std::size_t{1} << 18);
    std::uint64_t total = first.size();
    while (const std::size_t got = bytes.read(block.data(), block.size())) {
        total += got;
        if (total > most_spooled)
            throw InputError(fmt::format("{}: is larger than {} GiB; unpack it first and screen "
                                         "what is in it",
                                         name, most_spooled >> 30U));
        if (const int error = write_all(file.number(), {block.data(), got}); error != 0)
            fail_spooling(name, error);
    }
    return std::make_shared<const SeekableFile>(std::move(file), name);
}

} // namespace preflag
