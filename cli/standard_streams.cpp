#include "standard_streams.h"

#include "interruption.h"

#include <preflag/base/file/descriptor.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace preflag {

void open_closed_standard_streams() {
    constexpr int failed = 2;
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF)
            continue;
        // The wrong way round on purpose: using it is an error, not silence.
        const int way = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        int opened = ::open("/dev/null", way);
        if (opened < 0)
            opened = ::open("/", O_RDONLY | O_DIRECTORY); // no /dev: a folder takes the number
        if (opened != descriptor)
            std::_Exit(failed);
    }
}

void write_to_standard_error(std::string_view bytes) {
    (void)write_all(STDERR_FILENO, bytes, &stop_flag());
}

} // namespace preflag
