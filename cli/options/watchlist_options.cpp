#include "watchlist_options.h"

#include "terminal.h"

#include <preflag/base/error.h>

#include <fmt/format.h>

namespace preflag {

void add_list_age_option(OptionSet& options, std::optional<unsigned>& max_age) {
    options.begin_group("Watchlists");
    options.add(number("--max-list-age", max_age, {0, 36'500}, "DAYS",
                       "A list that is older than this many days is not to be trusted"));
}

void add_watchlist_options(OptionSet& options, WatchlistArguments& arguments) {
    options.begin_group("Watchlists");
    options
        .add(file("--watchlist", &arguments.files,
                  "Look the parties up in this list (repeatable); its format is found out"))
        .manual("Looked up are consignee, notify party, end user, payer, shipper and carrier. A "
                "list that is empty, or a web page, is an error; one with rows that cannot be read "
                "makes the run incomplete.");
    add_list_age_option(options, arguments.max_age);
}

std::optional<Watchlists> load_watchlists(const WatchlistArguments& arguments,
                                          const Knowledge& knowledge) {
    if (arguments.files.empty() && arguments.max_age)
        throw UsageError("--max-list-age is given, but no --watchlist FILE");
    if (arguments.files.empty())
        return std::nullopt;
    return Watchlists::load(arguments.files, knowledge.parties());
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
