#include <preflag/report/text/colour.h>

#include <fmt/format.h>

namespace preflag {

namespace {

std::string_view code_of(Severity severity) {
    switch (severity) {
    case Severity::critical:
        return "1;31"; // bold red
    case Severity::high:
        return "31"; // red
    case Severity::medium:
        return "33"; // yellow
    case Severity::low:
        return "36"; // cyan
    case Severity::info:
        break;
    }
    return "2"; // faint
}

std::string in_colour(std::string_view code, std::string_view text) {
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

} // namespace

std::string in_colour_of(Severity severity, std::string_view text) {
    return in_colour(code_of(severity), text);
}

std::string in_alarm_colour(std::string_view text) {
    return in_colour("1;31", text);
}

} // namespace preflag
