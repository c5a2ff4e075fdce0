#pragma once

#include <preflag/consignees/consignee_kind.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preflag {

/// A word of a name or address, folded, with its place in the text.
struct PartyWord {
    std::string text;
    std::size_t offset = 0; ///< in bytes
    std::size_t length = 0;
    bool begins_part = false; ///< the first word of the text or of what a comma, bracket, ... parts
    bool ends_part = false;
};

/// Letters and digits are words, everything else separates. A comma, semicolon, bracket, bar, line
/// break or spaced dash also parts the text.
std::vector<PartyWord> party_words(std::string_view utf8);

/// Words that tell the kind of a consignee, as groups of the data file.
class KindVocabulary {
  public:
    enum class Place : std::uint8_t {
        anywhere,
        start,  ///< of a part of the text
        end,    ///< of a part of the text, with a word before it
        within, ///< also in the middle of a word, for scripts without spaces
        ending, ///< the end of a longer word, for compounds
    };
    struct Group {
        ConsigneeKind speaks_for = ConsigneeKind::unknown;
        std::string what;
        bool in_address = false; ///< else in the name
        Place place = Place::anywhere;
        std::vector<std::string> countries; ///< ISO 3166 codes
        bool only_there = false;    ///< does not count when the consignee's country is another one
        bool needs_country = false; ///< does not count when the country is not known, either
        /// Words of the whole text, none of them with a digit; 0: any text will do.
        std::size_t most_words = 0;
        std::size_t least_words = 0;
        std::vector<std::string> not_after; ///< words, folded
        int weight = 0;
    };

    /// Entries are compared without case, accents, spaces and punctuation: each is the texts of its
    /// party_words in one, "sarl" for "S.A.R.L.".
    void add(Group group, std::vector<std::string> entries);

    /// A name or address while its words are looked for.
    struct Text {
        std::string_view raw;
        std::span<const PartyWord> words; ///< of it
        Field field = Field::consignee;
        bool in_address = false;
        std::string_view country; ///< the consignee's, as ISO 3166 code; empty: not known
    };

    /// Adds what the groups have in the text, of one sort the heaviest only.
    void find(const Text& text, std::vector<KindEvidence>& evidence) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(groups_, whole_, endings_, within_, longest_);
    }

  private:
    using Groups = std::vector<std::uint32_t>;

    void find_whole(const Text& text, std::vector<KindEvidence>& evidence) const;
    void find_endings(const Text& text, std::vector<KindEvidence>& evidence) const;
    void find_within(const Text& text, std::vector<KindEvidence>& evidence) const;
    [[nodiscard]] bool counts(const Group& group, const Text& text, std::size_t first,
                              std::size_t behind) const;
    void add_evidence(std::uint32_t group, const Text& text, std::size_t offset, std::size_t length,
                      std::vector<KindEvidence>& evidence) const;

    std::vector<Group> groups_;
    std::unordered_map<std::string, Groups> whole_;
    std::unordered_map<std::string, Groups> endings_;
    std::vector<std::pair<std::string, std::uint32_t>> within_;
    std::size_t longest_ = 0; ///< bytes of the longest whole entry
};

} // namespace preflag
