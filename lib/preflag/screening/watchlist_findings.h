#pragma once

#include <preflag/base/field.h>
#include <preflag/screening/finding.h>
#include <preflag/screening/listed_parties.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace preflag {

/// Finds the parties of a line in watchlists. One per thread.
class WatchlistFindings {
  public:
    /// The parties are shared by all threads of a run, and must outlive it and its findings.
    explicit WatchlistFindings(ListedParties& parties)
        : parties_(parties), search_(parties.lists(), parties.names()) {}

    /// One finding for each entry that a party of the line is taken for, in the order of the
    /// parties (consignee, notify party, end user, payer, shipper, carrier), best match first. An
    /// entry that several parties are taken for is found once; the evidence names them all.
    /// `id` and `severity` are not set.
    std::vector<Finding> find(const FieldValues& line);

  private:
    void find_party(const FieldValues& line, Field name, const PartyFacts& facts,
                    std::vector<Finding>& findings);
    Finding finding_of(Field name, const PartyMatch& match, const PartyFacts& facts);

    ListedParties& parties_;
    PartySearch search_;
    std::unordered_map<std::string, std::size_t> places_; ///< of the line's findings, by rule id
};

} // namespace preflag
