#include "standard_output.h"

#include "interruption.h"

#include <preflag/base/error.h>
#include <preflag/base/file/descriptor.h>

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>

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
    const std::string_view block(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    const int error = write_all(STDOUT_FILENO, block, &stop_flag());
    if (error == EPIPE)
        throw Interrupted(SIGPIPE);
    if (error == EINTR)
        throw_if_interrupted();
    if (error != 0)
        throw OutputError("standard output: " + reason_of(error) +
                          "; what was written there is incomplete");
}

} // namespace preflag
