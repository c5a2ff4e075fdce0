#include "standard_output.h"

#include "interruption.h"

#include <preflag/base/error.h>

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace preflag {

StandardOutput::StandardOutput() : stream_(this) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    stream_.exceptions(std::ios::badbit);
}

void StandardOutput::finish() {
    write_out();
}

StandardOutput::int_type StandardOutput::overflow(int_type character) {
    write_out();
    if (traits_type::eq_int_type(character, traits_type::eof()))
        return traits_type::not_eof(character);
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
    return character;
}

int StandardOutput::sync() {
    write_out();
    return 0;
}

void StandardOutput::write_out() {
    const char* at = pbase();
    const char* const end = pptr();
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    while (at < end) {
        const auto written = ::write(STDOUT_FILENO, at, static_cast<std::size_t>(end - at));
        if (written >= 0)
            at += written;
        else if (errno == EPIPE)
            throw Interrupted(SIGPIPE);
        else if (errno == EINTR)
            throw_if_interrupted();
        else
            throw OutputError(std::string("standard output: ") + std::strerror(errno) +
                              "; the report there is incomplete");
    }
}

} // namespace preflag
