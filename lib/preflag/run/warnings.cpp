#include <preflag/base/text.h>
#include <preflag/run/warnings.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace preflag {

std::vector<std::string> list_warnings(const ListUse& list, std::optional<unsigned> most_days,
                                       Date day) {
    std::vector<std::string> warnings;
    if (list.rejected > 0)
        warnings.push_back(fmt::format("{} of the watchlist {} could not be read; \"preflag lists "
                                       "check\" shows them",
                                       counted(list.rejected, "row"), list.file));
    for (const std::string& gap : list.gaps)
        warnings.push_back(fmt::format("the watchlist {}: {}", list.file, gap));
    if (!most_days)
        return warnings;
    if (!list.date) {
        warnings.push_back(
            fmt::format("the watchlist {} has no date, so its age cannot be told", list.file));
        return warnings;
    }
    const auto age = (std::chrono::sys_days(day) - std::chrono::sys_days(*list.date)).count();
    if (age > static_cast<long>(*most_days))
        warnings.push_back(fmt::format("the watchlist {} is of {}, more than {} ago", list.file,
                                       to_string(*list.date), counted(*most_days, "day")));
    return warnings;
}

} // namespace preflag
