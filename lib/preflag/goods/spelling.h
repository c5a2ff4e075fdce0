#pragma once

#include <preflag/goods/word_scanner.h>

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preflag {

/// Reads words with one slip (a letter too many, too few, wrong, or two swapped) as the name words
/// they stand for: "nitric acdi", "HYDROGEN PEROXYDE", "CHL0RATE". Names of other chemicals that
/// differ by a letter ("chlorite", "nitrite") are never corrected, nor is what could be either.
class Spelling {
  public:
    /// Adds a word of a name, folded. Words of less than four letters are left out.
    void add_word(std::string_view folded, std::uint64_t hash);
    /// Adds the name of another chemical, folded.
    void add_look_alike(std::string folded);

    /// Whether names hold this word; false is certain.
    [[nodiscard]] bool knows(const Word& word) const { return known_[bit(word.hash)]; }
    /// The hash of the one name word that `folded` is a slip of. Words of less than four letters,
    /// and those with other than ASCII letters and digits, have none.
    [[nodiscard]] std::optional<std::uint64_t> correct(std::string_view folded) const;
    /// A quick answer to whether correct() is worth asking: false is certain.
    [[nodiscard]] bool may_correct(std::string_view ascii_word) const;

  private:
    static std::size_t bit(std::uint64_t hash) { return (hash ^ (hash >> 32)) & 0xFFFF; }
    static std::size_t pair(char first, char second);

    struct Known {
        std::string text;
        std::uint64_t hash = 0;
    };
    std::vector<Known> words_;
    std::unordered_multimap<std::string, std::uint32_t> deletions_; ///< word without one letter
    std::vector<std::string> look_alikes_;
    std::bitset<65536> known_;
    std::bitset<65536> beginnings_;
};

} // namespace preflag
