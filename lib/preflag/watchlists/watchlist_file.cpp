#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/file/text_file.h>
#include <preflag/base/text.h>
#include <preflag/manifest/source/byte_source.h>
#include <preflag/manifest/workbook/workbook_table.h>
#include <preflag/watchlists/watchlist_file.h>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cerrno>
#include <limits>
#include <system_error>

namespace preflag {

namespace {

constexpr std::size_t largest = std::numeric_limits<std::size_t>::max() / 2;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), "windows-1252")
        .toUTF8String(text);
    return text;
}

bool is_web_page(std::string_view text) {
    constexpr std::size_t beginning = 512;
    const std::string start = ascii_lower(trim(text.substr(0, beginning)));
    return start.starts_with("<!doctype html") || start.find("<html") != std::string::npos;
}

} // namespace

WatchlistFile load_watchlist_file(const std::string& path) {
    WatchlistFile file{path, read_file(file_of(path), "watchlist", largest), {}};
    if (file.text.starts_with("\xD0\xCF\x11\xE0"))
        throw InputError(fmt::format("the watchlist {} is a spreadsheet (xls, or encrypted); save "
                                     "it as xlsx or csv without a "
                                     "password, or take the publisher's csv or xml file",
                                     path));
    file.digest = digest_of(file.text);
    if (may_be_workbook(file.text))
        file.text = workbook_table(path);
    if (file.text.starts_with(byte_order_mark))
        file.text.erase(0, byte_order_mark.size());
    if (!is_valid_utf8(file.text))
        file.text = from_windows_1252(file.text);
    if (trim(file.text).empty())
        throw InputError(fmt::format("the watchlist {} is empty; download it again", path));
    if (is_web_page(file.text))
        throw InputError(fmt::format(
            "the watchlist {} is a web page, not a list: a download failed; download it again",
            path));
    return file;
}

Date file_date(const std::string& path) {
    struct stat status {};
    if (stat(file_of(path).c_str(), &status) != 0)
        throw InputError(fmt::format("the day of the watchlist {} cannot be told: {}", path,
                                     std::generic_category().message(errno)));
    const auto time = std::chrono::system_clock::from_time_t(status.st_mtime);
    return Date{std::chrono::floor<std::chrono::days>(time)};
}

} // namespace preflag
