#pragma once

#include <preflag/watchlists/party_search.h>

#include <array>
#include <ostream>
#include <string>
#include <vector>

namespace preflag {

/// A list as `preflag lists check` shows it.
struct CheckedList {
    ListUse use;
    std::vector<std::string> companions;
    std::array<std::size_t, entry_kind_count> kinds{};
    std::vector<std::string> warnings;
};
CheckedList checked(const ListContents& contents);

void write_checks_text(const std::vector<CheckedList>& lists, std::ostream& stream);
void write_checks_json(const std::vector<CheckedList>& lists, std::ostream& stream);

/// Matches with their scores and why.
void write_matches_text(const std::string& name, const std::vector<PartyMatch>& matches,
                        const Watchlists& lists, PartySearch& search, std::ostream& stream);
void write_matches_json(const std::string& name, const std::vector<PartyMatch>& matches,
                        const Watchlists& lists, PartySearch& search, std::ostream& stream);

} // namespace preflag
