#include <preflag/base/file/temporary_file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace preflag {

namespace {

constexpr mode_t everyone = 0666; // less the umask
constexpr unsigned most_names = 100;

[[noreturn]] void fail(int error) {
    throw std::system_error(error, std::system_category());
}

/// Where the file of a descriptor can be linked from; needs /proc.
std::string link_source(int descriptor) {
    return fmt::format("/proc/self/fd/{}", descriptor);
}

bool is_same_file(int descriptor, const std::string& name) {
    struct stat open {};
    struct stat named {};
    return ::fstat(descriptor, &open) == 0 && ::lstat(name.c_str(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

/// The plain file of this name, locked, when no other process has locked it; else none.
Descriptor lock_of_dead(const std::string& name) {
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
    Descriptor file(::open(name.c_str(), flags));
    struct stat status {};
    const bool is_locked =
        file.is_open() && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
        ::flock(file.number(), LOCK_EX | LOCK_NB) == 0 && is_same_file(file.number(), name);
    return is_locked ? std::move(file) : Descriptor();
}

/// Whether the file of this name was left by a dead process and is gone now.
bool remove_abandoned(const std::string& name) {
    return lock_of_dead(name).is_open() && ::unlink(name.c_str()) == 0;
}

int rename_with(const std::string& from, const std::string& to, unsigned flags) {
    return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags);
}

} // namespace

TemporaryFile::TemporaryFile(std::string target) : target_(std::move(target)) {
    if (!open_unnamed())
        open_named();
}

TemporaryFile::~TemporaryFile() {
    take_back();
    if (place_ == Place::beside)
        ::unlink(name_.c_str());
}

std::string TemporaryFile::name_of(unsigned number) const {
    const std::filesystem::path path(target_);
    return (path.parent_path() /
            fmt::format(".{}.preflag-{}.tmp", path.filename().string(), number))
        .string();
}

bool TemporaryFile::open_unnamed() {
    const std::filesystem::path folder = std::filesystem::path(target_).parent_path();
    const int flags = O_TMPFILE | O_WRONLY | O_CLOEXEC;
    file_.reset(::open(folder.empty() ? "." : folder.c_str(), flags, everyone));
    if (!file_.is_open())
        return false;
    if (::access(link_source(file_.number()).c_str(), F_OK) == 0) {
        (void)::flock(file_.number(), LOCK_EX | LOCK_NB);
        return true;
    }
    file_.reset();
    return false;
}

void TemporaryFile::open_named() {
    take_first_free_name([this](const std::string& name) {
        const int flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW;
        file_.reset(::open(name.c_str(), flags, everyone));
        if (!file_.is_open())
            return false;
        (void)::flock(file_.number(), LOCK_EX | LOCK_NB);
        // Between these two calls somebody may have taken it for abandoned.
        const bool is_ours = is_same_file(file_.number(), name);
        errno = EEXIST;
        return is_ours;
    });
}

template <class Make>
void TemporaryFile::take_first_free_name(const Make& make) {
    for (unsigned number = 0; number < most_names; ++number) {
        const std::string name = name_of(number);
        for (int tries = 0; tries < 2; ++tries) {
            if (make(name)) {
                name_ = name;
                place_ = Place::beside;
                while (remove_abandoned(name_of(++number))) {
                }
                return;
            }
            if (errno != EEXIST)
                fail(errno);
            if (!remove_abandoned(name))
                break;
        }
    }
    fail(EEXIST);
}

void TemporaryFile::give_name() {
    if (place_ != Place::unnamed)
        return;
    take_first_free_name([this](const std::string& name) {
        return ::linkat(AT_FDCWD, link_source(file_.number()).c_str(), AT_FDCWD, name.c_str(),
                        AT_SYMLINK_FOLLOW) == 0;
    });
}

void TemporaryFile::replace_target() {
    if (std::rename(name_.c_str(), target_.c_str()) != 0)
        fail(errno);
    place_ = Place::target;
}

bool TemporaryFile::replace_target_for_now() {
    if (rename_with(name_, target_, RENAME_NOREPLACE) == 0) {
        place_ = Place::created;
        return true;
    }
    return errno == EEXIST && exchange();
}

/// The old target is locked, so that nobody takes it for abandoned where it stands meanwhile.
bool TemporaryFile::exchange() {
    old_ = lock_of_dead(target_);
    if (!old_.is_open() || rename_with(name_, target_, RENAME_EXCHANGE) != 0)
        return false;
    place_ = Place::exchanged;
    return true;
}

void TemporaryFile::take_back() noexcept {
    const bool is_for_now = place_ == Place::created || place_ == Place::exchanged;
    if (!is_for_now || !is_same_file(file_.number(), target_))
        return;
    if (place_ == Place::created)
        ::unlink(target_.c_str());
    else if (rename_with(name_, target_, RENAME_EXCHANGE) == 0)
        ::unlink(name_.c_str());
    place_ = Place::target;
}

void TemporaryFile::keep() noexcept {
    if (place_ == Place::exchanged)
        ::unlink(name_.c_str());
    place_ = Place::target;
}

} // namespace preflag
