#include <preflag/base/file/descriptor.h>

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace preflag {

namespace {

bool is_stopped(const std::atomic<bool>* stop) {
    return stop != nullptr && *stop;
}

/// After a call that failed: 0 when it is to be tried again, else its errno.
int error_or_again(int descriptor, short event, const std::atomic<bool>* stop) {
    const int error = errno;
    if (error == EINTR)
        return is_stopped(stop) ? EINTR : 0;
    if (error != EAGAIN)
        return error;
    pollfd wait{descriptor, event, 0};
    if (::poll(&wait, 1, -1) < 0 && (errno != EINTR || is_stopped(stop)))
        return errno;
    return 0;
}

} // namespace

void Descriptor::reset(int number) {
    if (number_ >= 0)
        ::close(number_);
    number_ = number;
}

int write_all(int descriptor, std::string_view bytes, const std::atomic<bool>* stop) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (const int error = error_or_again(descriptor, POLLOUT, stop); error != 0)
            return error;
    }
    return 0;
}

int read_all(int descriptor, std::string& bytes, std::size_t most, const std::atomic<bool>* stop) {
    constexpr std::size_t block = 65'536;
    for (;;) {
        const std::size_t size = bytes.size();
        bytes.resize(size + block);
        const auto got = ::read(descriptor, bytes.data() + size, block);
        const int error = got < 0 ? error_or_again(descriptor, POLLIN, stop) : 0;
        bytes.resize(size + static_cast<std::size_t>(got > 0 ? got : 0));
        if (error != 0 || got == 0 || bytes.size() > most)
            return error;
    }
}

std::string reason_of(int error) {
    return std::system_category().message(error);
}

} // namespace preflag
