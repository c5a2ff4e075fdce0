#include <preflag/run/doubts.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace preflag {

std::vector<std::string> list_doubts(const ListUse& list, std::optional<unsigned> most_days,
                                     Date day) {
    std::vector<std::string> doubts;
    if (list.rejected > 0)
        doubts.push_back(fmt::format("{} {} of the watchlist {} could not be read; \"preflag lists "
                                     "check\" shows them",
                                     list.rejected, list.rejected == 1 ? "row" : "rows",
                                     list.file));
    for (const std::string& gap : list.gaps)
        doubts.push_back(fmt::format("the watchlist {}: {}", list.file, gap));
    if (!most_days)
        return doubts;
    if (!list.date) {
        doubts.push_back(
            fmt::format("the watchlist {} has no date, so its age cannot be told", list.file));
        return doubts;
    }
    const auto age = (std::chrono::sys_days(day) - std::chrono::sys_days(*list.date)).count();
    if (age > static_cast<long>(*most_days))
        doubts.push_back(fmt::format("the watchlist {} is of {}, more than {} {} ago", list.file,
                                     to_string(*list.date), *most_days,
                                     *most_days == 1 ? "day" : "days"));
    return doubts;
}

} // namespace preflag
