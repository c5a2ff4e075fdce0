#pragma once

#include <preflag/base/date.h>

#include <string>
#include <string_view>

namespace preflag {

/// A list's file in memory, as UTF-8 without byte order mark.
struct WatchlistFile {
    std::string path;
    std::string text;
    std::string digest; ///< SHA-256 of the bytes as stored
};

/// Bytes that are no UTF-8 are read as windows-1252; the table of a workbook becomes csv. Throws
/// InputError when the file cannot be opened or read, is empty, or is a web page (what a failed
/// download leaves behind).
WatchlistFile load_watchlist_file(const std::string& path);

/// The day of the file's last change, in UTC. Throws InputError when the system does not tell it.
Date file_date(const std::string& path);

} // namespace preflag
