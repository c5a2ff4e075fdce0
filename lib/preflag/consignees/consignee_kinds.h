#pragma once

#include <preflag/base/country_table.h>
#include <preflag/consignees/consignee_kind.h>
#include <preflag/consignees/kind_vocabulary.h>
#include <preflag/consignees/person_names.h>
#include <preflag/consignees/registration_number.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace preflag {

/// Tells what kind of consignee a line names, by consignee-kinds.yaml and person-names.yaml of
/// parties. Const and shared by
/// all threads.
class ConsigneeKinds {
  public:
    /// From the consignee's name, address, country and identifier. The kind with the heaviest
    /// evidence wins; pieces too light to decide alone add up when they are of different sorts.
    [[nodiscard]] ConsigneeReading read(const FieldValues& line,
                                        const CountryTable& countries) const;
    /// The same, with the code of the consignee's country; empty where there is none.
    [[nodiscard]] ConsigneeReading read(const FieldValues& line, const std::string& country) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(words_, persons_, numbers_, labels_, all_labels_, longest_label_, not_identity_,
                enough_);
    }

  private:
    friend class ConsigneeKindsReader;

    [[nodiscard]] bool has_label(std::span<const PartyWord> words) const;
    void read_numbers(const KindVocabulary::Text& text, std::vector<KindEvidence>& evidence) const;
    void read_person(const KindVocabulary::Text& text, std::vector<KindEvidence>& evidence) const;
    [[nodiscard]] ConsigneeKind decide(const std::vector<KindEvidence>& evidence) const;
    [[nodiscard]] bool is_part_of_identity(const PartyWord& word,
                                           const std::vector<KindEvidence>& evidence) const;
    [[nodiscard]] std::string identity_of(std::span<const PartyWord> name,
                                          const std::vector<KindEvidence>& evidence) const;

    KindVocabulary words_;
    PersonNames persons_;
    std::vector<RegistrationNumber> numbers_;
    std::vector<std::string> labels_; ///< words before a number, folded and in one, sorted
    std::unordered_set<std::string> all_labels_; ///< those of single numbers, too
    std::size_t longest_label_ = 0;              ///< in bytes
    std::vector<std::string> not_identity_;      ///< sorts of words that tell no parties apart
    int enough_ = 0;                             ///< weight that decides
};

} // namespace preflag
