#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace preflag {

/// What a text in a party's cell does, from rules/parties/cells.yaml.
enum class CellLabel : unsigned char {
    none,
    party,   ///< another party's name begins behind it: "c/o", "to the order of", "notify party:"
    former,  ///< another name of the same party: "formerly", "ex", "also known as"
    nobody,  ///< names nobody: "same as consignee"
    contact, ///< no name follows up to the next break: "tel", "p.o. box"
    number   ///< an identifier follows: "imo", "vat no"
};

/// Words that tell what of a party's cell is no name. All are lower-case ASCII.
class CellVocabulary {
  public:
    struct Label {
        std::string text;
        CellLabel kind = CellLabel::none;
    };

    void add_label(std::string text, CellLabel kind);
    void add_address_word(std::string word) { address_words_.insert(std::move(word)); }
    void add_place(std::string_view words);
    void add_fund_word(std::string word) { fund_words_.insert(std::move(word)); }

    /// The labels that begin with this letter, longest first.
    [[nodiscard]] const std::vector<Label>& labels(char first) const {
        return labels_[static_cast<unsigned char>(first)];
    }
    [[nodiscard]] bool is_address_word(const std::string& word) const {
        return address_words_.contains(word);
    }
    /// Of funds and indices, which leave out what "ex" names.
    [[nodiscard]] bool is_fund_word(const std::string& word) const {
        return fund_words_.contains(word);
    }
    /// How many of the last `words` are a town or a country; 0 when they are none.
    [[nodiscard]] std::size_t place_at_end(const std::vector<std::string>& words) const;
    /// Whether all words are towns or countries, one behind the other.
    [[nodiscard]] bool are_places(std::vector<std::string> words) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(labels_, address_words_, fund_words_, places_);
    }

  private:
    static constexpr std::size_t longest_place = 4; ///< in words

    std::vector<std::vector<Label>> labels_{256};
    std::unordered_set<std::string> address_words_, fund_words_;
    std::unordered_set<std::string> places_; ///< words with a space between them
};

} // namespace preflag
