#pragma once

#include <preflag/names/name_reader.h>
#include <preflag/names/name_score.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preflag {

/// Names of parties that somebody vouched for, to be found again however they are written. Much
/// stricter than a watchlist, because a match clears goods here: every word of both names has its
/// like in the other one, the same or in another spelling, script, order or division; words that
/// differ by a letter, initials for names and names within longer ones are no match. Legal forms
/// and titles do not count. Not for several threads at once.
class KnownNames {
  public:
    /// The words must outlive it.
    explicit KnownNames(const NameVocabulary& words);

    /// False for a name without a letter or digit, which is not added.
    bool add(std::string_view name, std::uint32_t owner);

    /// The owners of the name that a party's cell holds, with or without an address behind it,
    /// ascending; of a cell with several names ("ACME LTD c/o HOTEL X") those that own all of them.
    std::vector<std::uint32_t> find(std::string_view field);

    /// The same text for names with the same words, however spelt and in whatever order; divided
    /// words make another one.
    std::string key_of(std::string_view name);

  private:
    struct Name {
        ReadName read;
        std::uint32_t owner = 0;
    };

    [[nodiscard]] std::vector<NameWord> words_of(const ReadName& name) const;
    std::set<std::uint32_t> owners_of(std::string_view name);

    const NameVocabulary& words_;
    NameReader reader_;
    NameScorer scorer_;
    std::vector<Name> names_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
};

} // namespace preflag
