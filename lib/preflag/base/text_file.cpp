#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/base/text_file.h>

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <vector>

namespace preflag {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t largest = std::size_t{1} << 26U;

std::string bytes_of(std::ifstream& file) {
    constexpr std::size_t block = 65'536;
    std::vector<char> buffer(block);
    std::string bytes;
    while (bytes.size() <= largest && file.read(buffer.data(), block).gcount() > 0)
        bytes.append(buffer.data(), static_cast<std::size_t>(file.gcount()));
    return bytes;
}

} // namespace

std::string read_text_file(const std::string& path, std::string_view what) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw InputError(fmt::format("{} is a folder, not a {}", path, what));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw InputError(fmt::format("the {} {} cannot be opened", what, path));
    std::string text = bytes_of(file);
    if (file.bad())
        throw InputError(fmt::format("the {} {} cannot be read", what, path));
    if (text.size() > largest)
        throw InputError(fmt::format("the {} {} has more than 64 MiB", what, path));
    if (text.starts_with(byte_order_mark))
        text.erase(0, byte_order_mark.size());
    if (!is_valid_utf8(text))
        throw InputError(fmt::format("the {} {} is no UTF-8 text; save it as UTF-8", what, path));
    return text;
}

} // namespace preflag
