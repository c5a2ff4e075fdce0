#include <preflag/base/error.h>
#include <preflag/report/output_file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <streambuf>
#include <system_error>
#include <utility>

namespace preflag {

namespace {

std::string advice_for(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return "create the folder first, or choose another one";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a folder in which you may write";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "make room, or choose another disk";
    case EISDIR:
        return "name a file, not a folder";
    case ENAMETOOLONG:
        return "choose a shorter name";
    case EEXIST:
        return "another run writes it now, or a run that was killed left that file; wait or remove "
               "it";
    case EPIPE:
        return "its reader went away; start it again";
    default:
        return "choose another place";
    }
}

/// `path` with symbolic links followed, also when the last one points to nothing yet.
std::string followed(std::filesystem::path path) {
    constexpr int most_links = 40;
    std::error_code error;
    for (int links = 0; links < most_links && std::filesystem::is_symlink(path, error); ++links) {
        const auto next = std::filesystem::read_symlink(path, error);
        if (error)
            break;
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path.string();
}

/// The descriptor, or -1 with errno. Not tried again after a signal: opening a pipe waits for its
/// reader, and the user may give up on that.
int open_file(const std::string& path, int flags) {
    constexpr mode_t everyone = 0666; // less the umask
    return ::open(path.c_str(), flags | O_WRONLY | O_CLOEXEC | O_NOCTTY, everyone);
}

} // namespace

/// Sends blocks to a descriptor. A failed write throws from within the stream operation.
class OutputFile::Buffer : public std::streambuf {
  public:
    explicit Buffer(const OutputFile& owner) : owner_(owner) { start_block(); }

    /// Of the write that failed; 0 when all went well.
    [[nodiscard]] int error() const { return error_; }

  protected:
    int_type overflow(int_type character) override {
        write_out();
        if (traits_type::eq_int_type(character, traits_type::eof()))
            return traits_type::not_eof(character);
        *pptr() = traits_type::to_char_type(character);
        pbump(1);
        return character;
    }

    int sync() override {
        write_out();
        return 0;
    }

  private:
    void start_block() { setp(block_.data(), block_.data() + block_.size()); }

    void write_out() {
        const char* at = pbase();
        const char* const end = pptr();
        start_block();
        while (at < end) {
            const auto size = static_cast<std::size_t>(end - at);
            const auto written = ::write(owner_.descriptor_, at, size);
            if (written >= 0)
                at += written;
            else if (errno != EINTR)
                give_up(errno);
        }
    }

    void give_up(int error) {
        error_ = error;
        owner_.fail(error);
    }

    const OutputFile& owner_;
    int error_ = 0;
    std::array<char, 65536> block_{};
};

OutputFile::OutputFile(const std::string& path) : path_(path) {
    open();
    buffer_ = std::make_unique<Buffer>(*this);
    stream_ = std::make_unique<std::ostream>(buffer_.get());
    stream_->exceptions(std::ios::badbit); // lets the buffer's OutputError through
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
    if (!temporary_.empty())
        ::unlink(temporary_.c_str());
}

std::ostream& OutputFile::stream() {
    return *stream_;
}

void OutputFile::open() {
    struct stat found {};
    const bool exists = ::stat(path_.c_str(), &found) == 0;
    if (!exists && errno != ENOENT)
        fail(errno);
    if (exists && S_ISDIR(found.st_mode))
        fail(EISDIR);
    if (exists && ::access(path_.c_str(), W_OK) != 0)
        fail(errno); // a protected report is not replaced, although rename() could
    if (exists && !S_ISREG(found.st_mode))
        open_directly();
    else
        open_beside();
}

void OutputFile::open_directly() {
    descriptor_ = open_file(path_, 0);
    if (descriptor_ < 0)
        fail(errno);
}

void OutputFile::open_beside() {
    target_ = followed(path_);
    const std::filesystem::path target(target_);
    if (!target.has_filename())
        fail(path_.empty() ? ENOENT : EISDIR);
    const auto name = fmt::format(".{}.preflag-{}.tmp", target.filename().string(), ::getpid());
    std::string beside = (target.parent_path() / name).string();
    descriptor_ = open_file(beside, O_CREAT | O_EXCL);
    if (descriptor_ < 0) {
        const int error = errno;
        if (error == EEXIST)
            path_ = fmt::format("{} by way of {}", path_, beside);
        fail(error);
    }
    temporary_ = std::move(beside);
    take_mode_of_target();
}

/// Who may read an existing report may read the next one, and nobody else.
void OutputFile::take_mode_of_target() const {
    struct stat found {};
    if (::stat(target_.c_str(), &found) == 0)
        (void)::fchmod(descriptor_, found.st_mode & 0777U);
}

void OutputFile::commit() {
    if (!stream_->good())
        fail(buffer_->error() != 0 ? buffer_->error() : EIO);
    buffer_->pubsync();
    if (!temporary_.empty())
        flush_to_disk();
    close_file();
    if (!temporary_.empty())
        name_file();
}

void OutputFile::flush_to_disk() const {
    // Some network and FUSE file systems cannot sync; close() still tells of lost writes.
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != ENOTSUP)
        fail(errno);
}

void OutputFile::close_file() {
    const int descriptor = descriptor_;
    descriptor_ = -1;
    if (::close(descriptor) != 0 && errno != EINTR)
        fail(errno);
}

void OutputFile::name_file() {
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0)
        fail(errno);
    temporary_.clear();
}

void OutputFile::fail(int error) const {
    throw OutputError(fmt::format("cannot write the report to {}: {}; {}", path_,
                                  std::system_category().message(error), advice_for(error)));
}

} // namespace preflag
