#include "watchlist_options.h"

#include "terminal.h"

#include <preflag/base/error.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace preflag {

void add_watchlist_options(CLI::App& command, WatchlistWords& words) {
    command
        .add_option("--watchlist", words.files,
                    "Look the parties up in this list (repeatable); its format is found out")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command
        .add_option("--max-list-age", words.max_age,
                    "A list that is older than this many days is not to be trusted")
        ->type_name("DAYS");
}

std::optional<Watchlists> load_watchlists(const WatchlistWords& words, const Knowledge& knowledge) {
    if (words.files.empty() && words.max_age)
        throw UsageError("--max-list-age is given, but no --watchlist FILE");
    if (words.files.empty())
        return std::nullopt;
    return Watchlists::load(words.files, knowledge.parties());
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
