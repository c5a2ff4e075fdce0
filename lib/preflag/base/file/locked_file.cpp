#include <preflag/base/file/locked_file.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace preflag {

namespace {

constexpr mode_t everyone_less_umask = 0666; // less the umask

[[noreturn]] void fail_with(int error) {
    throw std::system_error(error, std::system_category());
}

} // namespace

LockedFile::LockedFile(std::string path, Use use) : path_(std::move(path)) {
    do
        open(use);
    while (!is_current());
}

/// Given back by itself, so that no descriptor that a close left behind keeps it.
LockedFile::~LockedFile() {
    (void)::flock(file_.number(), LOCK_UN);
}

void LockedFile::open(Use use) {
    if (use == Use::append)
        make_or_open(O_RDWR | O_APPEND | O_CLOEXEC);
    else
        file_.reset(::open(path_.c_str(), (use == Use::read ? O_RDONLY : O_RDWR) | O_CLOEXEC));
    if (!file_.is_open())
        fail_with(errno);
    lock(use);
}

void LockedFile::make_or_open(int flags) {
    do {
        file_.reset(::open(path_.c_str(), flags | O_CREAT | O_EXCL, everyone_less_umask));
        was_made_ = file_.is_open();
        if (was_made_ || errno != EEXIST)
            return;
        file_.reset(::open(path_.c_str(), flags));
        // A link to a file that is not there yet is there, and is not.
        if (!file_.is_open() && errno == ENOENT &&
            ::faccessat(AT_FDCWD, path_.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
            file_.reset(::open(path_.c_str(), flags | O_CREAT, everyone_less_umask));
            return;
        }
    } while (!file_.is_open() && errno == ENOENT);
}

void LockedFile::lock(Use use) {
    int error = 0;
    do
        error = ::flock(file_.number(), use == Use::read ? LOCK_SH : LOCK_EX) == 0 ? 0 : errno;
    while (error == EINTR);
    if (error == 0 || use == Use::read)
        return;
    if (was_made_)
        ::unlink(path_.c_str());
    fail_with(error);
}

bool LockedFile::is_current() const {
    struct stat own {};
    struct stat named {};
    return ::fstat(file_.number(), &own) == 0 && ::stat(path_.c_str(), &named) == 0 &&
           own.st_ino == named.st_ino && own.st_dev == named.st_dev;
}

std::string LockedFile::bytes(std::size_t most) const {
    std::string bytes;
    (void)::lseek(file_.number(), 0, SEEK_SET); // a pipe has no beginning
    if (const int error = read_all(file_.number(), bytes, most); error != 0)
        fail_with(error);
    return bytes;
}

} // namespace preflag
