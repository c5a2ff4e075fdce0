#include "watchlist_options.h"

#include "terminal.h"

#include <preflag/base/error.h>

#include <fmt/format.h>

#include <chrono>

namespace preflag {

void add_list_age_option(OptionSet& options, std::optional<unsigned>& max_age) {
    options.begin_group("Watchlists");
    options.add(number("--max-list-age", max_age, {0, 36'500}, "DAYS",
                       "A list that is older than this many days is not to be trusted"));
}

void add_watchlist_options(OptionSet& options, WatchlistWords& words) {
    options.begin_group("Watchlists");
    options
        .add(file("--watchlist", &words.files,
                  "Look the parties up in this list (repeatable); its format is found out"))
        .manual("Looked up are consignee, notify party, end user, payer, shipper and carrier. A "
                "list that is empty, or a web page, is an error; one with rows that cannot be read "
                "makes the run incomplete.");
    add_list_age_option(options, words.max_age);
}

std::optional<Watchlists> load_watchlists(const WatchlistWords& words,
                                          const std::vector<std::filesystem::path>& rule_folders) {
    if (words.files.empty() && words.max_age)
        throw UsageError("--max-list-age is given, but no --watchlist FILE");
    if (words.files.empty())
        return std::nullopt;
    return Watchlists::load(words.files, rule_folders);
}

std::vector<std::string> list_doubts(const ListUse& list, std::optional<unsigned> max_age) {
    std::vector<std::string> doubts;
    if (list.rejected > 0)
        doubts.push_back(fmt::format("{} {} of the watchlist {} could not be read; \"preflag lists "
                                     "check\" shows them",
                                     list.rejected, list.rejected == 1 ? "row" : "rows",
                                     list.file));
    for (const std::string& gap : list.gaps)
        doubts.push_back(fmt::format("the watchlist {}: {}", list.file, gap));
    if (!max_age)
        return doubts;
    if (!list.date) {
        doubts.push_back(
            fmt::format("the watchlist {} has no date, so its age cannot be told", list.file));
        return doubts;
    }
    const auto age = (std::chrono::sys_days(today()) - std::chrono::sys_days(*list.date)).count();
    if (age > static_cast<long>(*max_age))
        doubts.push_back(fmt::format("the watchlist {} is of {}, more than {} {} ago", list.file,
                                     to_string(*list.date), *max_age,
                                     *max_age == 1 ? "day" : "days"));
    return doubts;
}

void tell_diagnostics(const ListUse& list) {
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < list.diagnostics.size() && i < most; ++i)
        tell(to_string(list.diagnostics[i]));
    if (list.diagnostics.size() > most)
        tell(fmt::format("{} more; \"preflag lists check {}\" shows them all",
                         list.diagnostics.size() - most, list.file));
}

} // namespace preflag
