#include "day_option.h"

#include <preflag/base/error.h>

#include <fmt/format.h>

namespace preflag {

std::optional<Date> day_option(std::string_view option, const std::string& word) {
    if (word.empty())
        return std::nullopt;
    const auto day = parse_iso_date(word);
    if (!day)
        throw UsageError(fmt::format("{} {}: give a date such as 2026-12-31", option, word));
    return day;
}

} // namespace preflag
