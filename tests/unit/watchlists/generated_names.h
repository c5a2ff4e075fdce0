#pragma once

#include <preflag/watchlists/watchlist_entry.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace preflag::test {

/// Invented names of persons and companies, the same for the same seed on every machine. Some words
/// are common and most are rare, as in real lists.
class NameGenerator {
  public:
    explicit NameGenerator(std::uint64_t seed) : state_(seed) {}

    std::string person();
    std::string company();
    std::string name() { return chance(40) ? company() : person(); }
    /// The name with a typo: letters changed, words left out, joined, split, exchanged, shortened
    /// to an initial, or a word more.
    std::string altered(const std::string& name);

    std::size_t below(std::size_t limit);
    bool chance(std::size_t percent) { return below(100) < percent; }

  private:
    std::uint64_t next();
    std::string word(std::size_t number);
    /// Small numbers more often than large ones.
    std::size_t skewed(std::size_t limit);
    void alter(std::vector<std::string>& words);
    void alter(std::string& word);

    std::uint64_t state_;
};

/// A list of invented names; one entry in three has an alias.
ListContents generated_list(std::size_t names, std::uint64_t seed);

/// Names to look up: half are altered names of the list, half are others.
std::vector<std::string> generated_queries(const ListContents& list, std::size_t count,
                                           std::uint64_t seed);

} // namespace preflag::test
