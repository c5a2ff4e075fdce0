#pragma once

#include "options/option_set.h"

#include <preflag/watchlists/watchlists.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What was typed about watchlists; the same for every command that searches them.
struct WatchlistWords {
    std::vector<std::string> files;
    std::optional<unsigned> max_age; ///< days
};

void add_list_age_option(OptionSet& options, std::optional<unsigned>& max_age);
void add_watchlist_options(OptionSet& options, WatchlistWords& words);

/// Nullopt when no list is named. Throws what Watchlists::load throws, and UsageError for an age
/// without a list.
std::optional<Watchlists> load_watchlists(const WatchlistWords& words,
                                          const std::vector<std::filesystem::path>& rule_folders);

/// Why the lists are not to be trusted: rows that could not be read, parts that are missing, lists
/// older than the age or without a date. Empty when they are.
std::vector<std::string> list_doubts(const ListUse& list, std::optional<unsigned> max_age);

/// Shows the first rejected rows and all gaps on standard error.
void tell_diagnostics(const ListUse& list);

} // namespace preflag
