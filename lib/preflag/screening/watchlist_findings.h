#pragma once

#include <preflag/base/field.h>
#include <preflag/screening/finding.h>
#include <preflag/watchlists/party_search.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace preflag {

/// Finds the parties of a line in watchlists. One per thread.
class WatchlistFindings {
  public:
    /// The references must outlive it; the memory is shared by all threads of a run.
    WatchlistFindings(const Watchlists& watchlists, NameMemory& memory)
        : search_(watchlists, memory), watchlists_(watchlists) {}

    /// One finding for each entry that a party of the line is taken for, in the order of the
    /// parties (consignee, notify party, end user, payer, shipper, carrier), best match first. An
    /// entry that several parties are taken for is found once; the evidence names them all.
    /// `id` and `severity` are not set.
    std::vector<Finding> find(const FieldValues& line);

  private:
    void find_party(const FieldValues& line, Field name, const PartyFacts& facts,
                    std::vector<Finding>& findings);
    Finding finding_of(Field name, const PartyMatch& match, const PartyFacts& facts);

    PartySearch search_;
    const Watchlists& watchlists_;
    std::unordered_map<std::string, std::size_t> places_; ///< of the line's findings, by rule
};

/// Looks up the first, the middle and the last entry of each list by their own names: what is not
/// found so, says that the lists are not searched as they should be. Empty when all are found.
std::vector<std::string> missed_list_canaries(const Watchlists& watchlists);

} // namespace preflag
