#pragma once

#include <preflag/names/cell/party_cell.h>
#include <preflag/watchlists/index/list_search.h>
#include <preflag/watchlists/name_memory.h>
#include <preflag/watchlists/watchlists.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What is known of a party; empty is unknown. The name is a cell as it is written: it may hold
/// several names ("c/o") and an address.
struct PartyFacts {
    std::string_view name;
    std::string_view address;
    std::string_view country;
    std::string_view birth_date;
    std::string_view identifier;
};

/// Why a score is not that of the name alone.
struct ScoreAdjustment {
    std::string reason; ///< "the entry has the country IR"
    double amount = 0;
};

/// An entry that a party is taken for.
struct PartyMatch {
    std::uint32_t list = 0;
    std::uint32_t entry = 0;
    std::uint32_t name = 0;      ///< the listed name that is most like the party's
    double score = 0;            ///< of the name with the adjustments, at most 1
    double name_score = 0;       ///< of the name alone
    std::string_view party_name; ///< the part of the field that matched; points into the facts
    NameReader::Letters letters = NameReader::Letters::joined; ///< how that was read
    std::uint8_t other_reading = 0; ///< 0 for as it is written, else the number in other_readings
    bool by_identifier = false;     ///< found by its identifier; the name may differ
    int points = 0;
    std::vector<ScoreAdjustment> adjustments;
};

/// Looks parties up in watchlists. One per thread; the memory is shared.
class PartySearch {
  public:
    /// The references must outlive the search.
    PartySearch(const Watchlists& watchlists, NameMemory& memory);

    /// The entries whose score reaches the least score, best first; one match an entry. Depends on
    /// nothing but the facts, the lists and the settings.
    std::vector<PartyMatch> search(const PartyFacts& facts);

    /// How a match's names are aligned. The views live until the next call.
    ListSearch::Explanation explain(const PartyMatch& match);

  private:
    void search_names(const PartyFacts& facts, std::vector<PartyMatch>& matches);
    void search_identifier(std::string_view identifier, const PartyFacts& facts,
                           std::vector<PartyMatch>& matches);
    void adjust(PartyMatch& match, const PartyFacts& facts, EntryKind party_kind) const;
    void adjust_by_kind(PartyMatch& match, EntryKind party_kind) const;
    void adjust_by_country(PartyMatch& match, const PartyFacts& facts) const;
    /// The codes of the countries that the entry names.
    [[nodiscard]] std::vector<std::string> countries_of(const PartyMatch& match) const;
    void adjust_by_address(PartyMatch& match, const PartyFacts& facts) const;
    void adjust_by_birth(PartyMatch& match, const PartyFacts& facts) const;
    /// What these facts can add to a name's score at most.
    [[nodiscard]] double most_raise(const PartyFacts& facts) const;
    void ask(std::string_view cell, NameMemory::Answer& answer);
    void ask(std::string_view cell, const NameReading& reading, NameReader::Letters letters,
             NameMemory::Answer& answer);
    void ask(NameMemory::NamedHit named, const ReadName& read, NameMemory::Answer& answer);

    const Watchlists& watchlists_;
    NameMemory& memory_;
    double least_hit_; ///< the least score of a name that facts could raise to a match
    NameReader reader_;
    std::vector<ListSearch> searches_; ///< one a list
    ReadName explained_;
};

/// "SAMPLE: same | TRADING: spelling ..." as sentences: each aligned pair, then what is left over
/// on either side, then what speaks against it. For people.
std::vector<std::string> sentences_of(const ListSearch::Explanation& explanation);
std::string_view name_of(WordMatch match); // "same", "spelling", "edits", ...

/// The publisher's id of an entry as part of a rule id: letters, digits, points and hyphens.
std::string entry_key(std::string_view id);

} // namespace preflag
