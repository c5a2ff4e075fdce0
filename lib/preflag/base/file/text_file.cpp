#include <preflag/base/error.h>
#include <preflag/base/file/descriptor.h>
#include <preflag/base/file/text_file.h>
#include <preflag/base/text.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace preflag {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::size_t block = 65'536; // the file's end is found by reading beyond it

} // namespace

std::string read_file(const std::string& path, std::string_view what, std::size_t most) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.is_open())
        throw InputError(
            fmt::format("the {} {} cannot be opened: {}", what, path, reason_of(errno)));
    struct stat status {};
    const bool is_known = ::fstat(file.number(), &status) == 0;
    if (is_known && S_ISDIR(status.st_mode))
        throw InputError(fmt::format("{} is a folder, not a {}", path, what));
    std::string bytes;
    if (is_known && status.st_size > 0)
        bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), most) + block);
    if (const int error = read_all(file.number(), bytes, most); error != 0)
        throw InputError(fmt::format("the {} {} cannot be read: {}", what, path, reason_of(error)));
    return bytes;
}

std::string read_text_file(const std::string& path, std::string_view what) {
    return text_of(read_file(path, what, largest_text), path, what);
}

std::string text_of(std::string bytes, const std::string& path, std::string_view what) {
    if (bytes.size() > largest_text)
        throw InputError(fmt::format("the {} {} has more than 64 MiB", what, path));
    if (bytes.starts_with(byte_order_mark))
        bytes.erase(0, byte_order_mark.size());
    if (!is_valid_utf8(bytes))
        throw InputError(fmt::format("the {} {} is no UTF-8 text; save it as UTF-8", what, path));
    return bytes;
}

} // namespace preflag
