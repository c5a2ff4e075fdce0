#include <preflag/base/error.h>
#include <preflag/manifest/source/stored_file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace preflag {

namespace {

std::string advice_for(int error) {
    if (error == ENOENT)
        return "; check the spelling of the path";
    if (error == EACCES)
        return "; ask for permission to read it";
    return {};
}

[[noreturn]] void fail(const std::string& path, const char* what, int error) {
    throw InputError(
        fmt::format("{}: {}: {}{}", path, what, std::strerror(error), advice_for(error)));
}

int open_for_reading(const std::string& path) {
    if (path == "-")
        return STDIN_FILENO;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        fail(path, "cannot be opened", errno);
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        ::close(descriptor);
        fail(path, "cannot be read as a file", EISDIR);
    }
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    return descriptor;
}

} // namespace

StoredFile::StoredFile(const std::string& path)
    : path_(path), descriptor_(open_for_reading(path)) {}

StoredFile::~StoredFile() {
    if (descriptor_ != STDIN_FILENO)
        ::close(descriptor_);
}

std::size_t StoredFile::read(char* target, std::size_t size) {
    const ssize_t count = ::read(descriptor_, target, size);
    if (count < 0) // also EINTR: who lets a signal end the wait wants it ended
        fail(path_, "cannot be read", errno);
    const auto got = static_cast<std::size_t>(count);
    bytes_read_ += got;
    digest_.add({target, got});
    return got;
}

Descriptor StoredFile::duplicate() const {
    Descriptor same(::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0));
    if (!same.is_open())
        fail(path_, "cannot be opened", errno);
    return same;
}

std::string StoredFile::digest() {
    if (!finished_digest_.empty())
        return finished_digest_;
    std::array<char, 65536> rest{};
    while (read(rest.data(), rest.size()) > 0) {
    }
    return finished_digest_ = digest_.finish();
}

} // namespace preflag
