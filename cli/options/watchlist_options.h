#pragma once

#include "command_line/option_set.h"

#include <preflag/knowledge/knowledge.h>
#include <preflag/watchlists/watchlists.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What was typed about watchlists; the same for every command that searches them.
struct WatchlistArguments {
    std::vector<std::string> files;
    std::optional<unsigned> max_age; ///< days
};

void add_list_age_option(OptionSet& options, std::optional<unsigned>& max_age);
void add_watchlist_options(OptionSet& options, WatchlistArguments& arguments);

/// Nullopt when no list is named; the knowledge must outlive the lists. Throws what
/// Watchlists::load throws, and UsageError for an age without a list.
std::optional<Watchlists> load_watchlists(const WatchlistArguments& arguments,
                                          const Knowledge& knowledge);

/// Shows the first rejected rows and all gaps on standard error.
void tell_diagnostics(const ListUse& list);

} // namespace preflag
