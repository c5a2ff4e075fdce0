#pragma once

#include <preflag/base/date.h>
#include <preflag/watchlists/watchlists.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// Why a watchlist is not to be trusted: rows that could not be read, parts that are missing, an
/// age of more than `most_days` on `day` or no date to tell it by. Empty when it is.
std::vector<std::string> list_warnings(const ListUse& list, std::optional<unsigned> most_days,
                                       Date day);

} // namespace preflag
