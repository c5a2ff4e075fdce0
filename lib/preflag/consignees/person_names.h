#pragma once

#include <preflag/consignees/kind_vocabulary.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace preflag {

/// Many words in one text, for a look-up that takes no memory per word.
class SortedWords {
  public:
    SortedWords() = default;
    explicit SortedWords(std::vector<std::string> words);

    [[nodiscard]] bool contains(std::string_view word) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(text_, ends_);
    }

  private:
    std::string text_;
    std::vector<std::uint32_t> ends_; ///< of each word in the text
};

/// Tells by parties/person-names.yaml whether a consignee goes by the name of a person. Const and
/// shared by all threads.
class PersonNames {
  public:
    enum class Likeness : std::uint8_t {
        none,
        given_name, ///< begins with a given name; what follows may be anything
        whole,      ///< nothing but names, initials and particles
    };

    /// Of what the cell calls the consignee: its first part, or both sides of the comma of
    /// "Keller, Markus". The count is that of the words that it was read from.
    [[nodiscard]] std::pair<Likeness, std::size_t> read(std::span<const PartyWord> words) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(given_, frequent_, surnames_, east_asian_, syllables_, endings_, prefixes_,
                particles_, titles_, firms_);
    }

  private:
    friend class PersonNamesReader;
    using Words = std::span<const PartyWord>;

    [[nodiscard]] Likeness of_part(Words words) const;
    [[nodiscard]] bool is_surname(std::string_view word) const;
    [[nodiscard]] bool has_surname_ending(std::string_view word) const;
    [[nodiscard]] bool is_filler(std::string_view word) const;
    [[nodiscard]] bool is_east_asian(Words words) const;
    [[nodiscard]] bool is_ideographic(Words words) const;
    [[nodiscard]] bool is_firm(Words words) const;
    [[nodiscard]] bool is_initials_and_surname(Words words) const;
    [[nodiscard]] bool is_frequent_and_another(Words words) const;
    [[nodiscard]] bool is_given_and_surname(Words words) const;

    SortedWords given_, frequent_, surnames_;
    std::unordered_set<std::string> east_asian_, syllables_, prefixes_, particles_, titles_;
    std::unordered_set<std::string> firms_; ///< the words of each in one
    std::vector<std::string> endings_;      ///< of surnames
};

} // namespace preflag
