#pragma once

#include <preflag/watchlists/watchlist_entry.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

// What the UK's lists mean by their words, be they in csv or in xml.

/// "Individual", "Entity" or "Ship".
EntryKind uk_kind(std::string_view type);
/// Of a name's type ("Primary Name", "Alias", ...) and the strength of an alias. A variation of the
/// primary name is an alias.
NameQuality uk_quality(std::string_view type, std::string_view strength);
/// Each value of a cell: "(1) Iraq (2) Jordan" or "1) Iraq 2) Jordan" -> both.
void add_uk_values(std::vector<std::string>& values, std::string_view cell);
/// Each number of a cell that holds several, in lines, behind bars, or numbered; those with a label
/// also without it.
void add_uk_numbers(std::vector<std::string>& numbers, std::string_view cell);
/// "03/06/2026" or "13-Feb-2026".
std::optional<Date> uk_date(std::string_view text);

} // namespace preflag
