#include <preflag/base/error.h>
#include <preflag/base/file/output_file.h>
#include <preflag/base/file/temporary_file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
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
    case EIO:
        return "the disk or its connection failed; look into the system's log before you use it "
               "again";
    case ENOMEM:
    case ENFILE:
    case EMFILE:
        return "the system is short of it now; try again later";
    case EISDIR:
        return "name a file, not a folder";
    case ENAMETOOLONG:
        return "choose a shorter name";
    case EEXIST:
        return "too many files named \".NAME.preflag-N.tmp\" stand beside it; remove those that no "
               "run is writing";
    case EPIPE:
        return "its reader went away; start it again";
    case EINTR:
        return "a signal ended the wait for it";
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
        const std::string_view block(pbase(), static_cast<std::size_t>(pptr() - pbase()));
        start_block();
        const int error = write_all(owner_.descriptor(), block, owner_.stop_);
        if (error == 0)
            return;
        error_ = error;
        owner_.fail(error);
    }

    const OutputFile& owner_;
    int error_ = 0;
    std::array<char, 65536> block_{};
};

OutputFile::OutputFile(std::string path, const std::atomic<bool>* stop, Links links)
    : path_(std::move(path)), stop_(stop) {
    open(links);
    buffer_ = std::make_unique<Buffer>(*this);
    stream_ = std::make_unique<std::ostream>(buffer_.get());
    stream_->exceptions(std::ios::badbit); // lets the buffer's OutputError through
}

OutputFile::~OutputFile() = default;

std::ostream& OutputFile::stream() {
    return *stream_;
}

int OutputFile::descriptor() const {
    return temporary_ ? temporary_->descriptor() : direct_.number();
}

void OutputFile::open(Links links) {
    struct stat found {};
    if (links == Links::replaced && ::lstat(path_.c_str(), &found) == 0 && S_ISLNK(found.st_mode))
        return open_beside(path_);
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
        open_beside(followed(path_));
}

/// A pipe waits for its reader here.
void OutputFile::open_directly() {
    do
        direct_.reset(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    while (!direct_.is_open() && errno == EINTR && (stop_ == nullptr || !*stop_));
    if (!direct_.is_open())
        fail(errno);
}

void OutputFile::open_beside(std::string target) {
    target_ = std::move(target);
    if (!std::filesystem::path(target_).has_filename())
        fail(path_.empty() ? ENOENT : EISDIR);
    try {
        temporary_ = std::make_unique<TemporaryFile>(target_);
    } catch (const std::system_error& error) {
        fail(error.code().value());
    }
    take_mode_of_target();
}

/// Who may read an existing report may read the next one, and nobody else.
void OutputFile::take_mode_of_target() const {
    struct stat found {};
    if (::lstat(target_.c_str(), &found) == 0 && S_ISREG(found.st_mode))
        (void)::fchmod(descriptor(), found.st_mode & 0777U);
}

void OutputFile::commit() {
    prepare();
    publish();
}

void OutputFile::prepare() {
    if (!stream_->good())
        fail(buffer_->error() != 0 ? buffer_->error() : EIO);
    buffer_->pubsync();
    if (temporary_)
        flush_to_disk();
    close_once();
}

void OutputFile::flush_to_disk() const {
    // Some network and FUSE file systems cannot sync; close() still tells of lost writes.
    if (::fsync(descriptor()) != 0 && errno != EINVAL && errno != ENOTSUP)
        fail(errno);
    try {
        temporary_->give_name();
    } catch (const std::system_error& error) {
        fail(error.code().value());
    }
}

/// What close() has to tell, without giving up the file, which holds the lock.
void OutputFile::close_once() const {
    const int copy = ::fcntl(descriptor(), F_DUPFD_CLOEXEC, 0);
    if (copy < 0 || (::close(copy) != 0 && errno != EINTR))
        fail(errno);
}

void OutputFile::publish() {
    if (!temporary_)
        return;
    try {
        temporary_->replace_target();
    } catch (const std::system_error& error) {
        fail(error.code().value());
    }
}

/// False when it cannot be taken back later, or not at all.
bool OutputFile::publish_for_now() {
    return !temporary_ || temporary_->replace_target_for_now();
}

void OutputFile::fail(int error) const {
    throw OutputError(
        fmt::format("cannot write to {}: {}; {}", path_, reason_of(error), advice_for(error)));
}

void publish_together(const std::vector<OutputFile*>& files) {
    try {
        for (OutputFile* file : files)
            if (file == files.back() || !file->publish_for_now())
                file->publish();
    } catch (...) {
        for (std::size_t i = files.size(); i-- > 0;)
            if (files[i]->temporary_)
                files[i]->temporary_->take_back();
        throw;
    }
    for (OutputFile* file : files)
        if (file->temporary_)
            file->temporary_->keep();
}

} // namespace preflag
