#pragma once

#include <preflag/rules/packs/rule_pack.h>
#include <preflag/watchlists/party_search.h>

#include <cstdint>
#include <vector>

namespace preflag {

/// The watchlists of a run, a rule for each, and the names that were looked up in them: shared by
/// all threads.
class ListedParties {
  public:
    /// The lists must outlive it.
    explicit ListedParties(const Watchlists& lists);

    [[nodiscard]] const Watchlists& lists() const { return lists_; }
    /// "watchlist/LIST": what findings in the list of this number are of. Lives as long as this.
    [[nodiscard]] const Rule& rule_of(std::uint32_t list) const { return rules_[list]; }
    /// May be used by several threads at once.
    [[nodiscard]] NameMemory& names() { return names_; }
    [[nodiscard]] const NameMemory& names() const { return names_; }

  private:
    const Watchlists& lists_;
    std::vector<Rule> rules_; ///< as the lists
    NameMemory names_;
};

/// Looks up the first, the middle and the last entry of each list by their own names: what is not
/// found so, says that the lists are not searched as they should be. Empty when all are found.
std::vector<std::string> missed_list_canaries(const Watchlists& watchlists);

} // namespace preflag
