#include "terminal.h"

#include "standard_streams.h"

#include <preflag/base/number.h>
#include <preflag/base/text.h>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace preflag {

void tell(std::string_view message) {
    std::string safe;
    while (!message.empty()) {
        const std::size_t end = std::min(message.find('\n'), message.size());
        safe += printable(message.substr(0, end)) + '\n';
        message.remove_prefix(std::min(end + 1, message.size()));
    }
    write_to_standard_error(safe);
}

bool is_terminal(int descriptor) {
    return isatty(descriptor) == 1;
}

std::optional<std::size_t> known_width(int descriptor) {
    constexpr std::size_t least = 60, most = 400;
    const char* const said = std::getenv("COLUMNS");
    if (const auto columns = parse_number<std::size_t>(said == nullptr ? "" : said);
        columns && *columns > 0)
        return std::clamp(*columns, least, most);
    winsize size{};
    if (!is_terminal(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return std::nullopt;
    return std::clamp<std::size_t>(size.ws_col, least, most);
}

std::size_t terminal_width(int descriptor) {
    constexpr std::size_t fallback = 120;
    return known_width(descriptor).value_or(fallback);
}

bool use_colour(int descriptor, ColourChoice choice) {
    if (choice != ColourChoice::automatic)
        return choice == ColourChoice::always;
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool refused = no_colour != nullptr && *no_colour != '\0';
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return is_terminal(descriptor) && !refused && !dumb;
}

} // namespace preflag
