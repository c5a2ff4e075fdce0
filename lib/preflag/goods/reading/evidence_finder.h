#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/catalogue_index.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// A place in a cell that speaks for (or, as another product, against) a substance.
struct Hit {
    std::uint32_t substance = 0;
    EvidenceKind kind = EvidenceKind::name;
    Field field = Field::description;
    std::size_t offset = 0;
    std::size_t length = 0;
    bool is_other_product = false;
    std::optional<Interval> nitrogen; ///< of a product name
    bool nitrogen_is_stated = false;  ///< see NameEntry
    bool is_telling = false;          ///< see NameEntry
    std::optional<UnNumber> un;       ///< of UN evidence
    bool is_corrected = false;        ///< read in spite of a slip of the pen
};

/// Finds names and codes in the cells of a line. Owns scratch space only; a line without any costs
/// no allocation once the scratch has grown.
class EvidenceFinder {
  public:
    /// The index must outlive the finder.
    explicit EvidenceFinder(const Catalogue::Index& index) : index_(index) {}

    /// Replaces `hits` by all that was found in the line, cell by cell.
    void find(const FieldValues& line, std::vector<Hit>& hits);

  private:
    void search_text(Field field, std::string_view text, std::vector<Hit>& hits);
    bool is_torn_from_next(std::size_t word, std::size_t length, std::string_view text) const;
    std::size_t take_name(std::size_t word, Field field, std::string_view text,
                          std::vector<Hit>& hits);
    void take_labelled(NameEntry::Role role, std::size_t word, Field field, std::string_view text,
                       std::vector<Hit>& hits);
    void take_dashed(std::size_t word, Field field, std::string_view text, std::vector<Hit>& hits);
    void search_codes(const FieldValues& line, std::vector<Hit>& hits);
    void add_cas(std::string_view code, Hit hit, std::vector<Hit>& hits) const;
    void add_ec(std::string_view code, Hit hit, std::vector<Hit>& hits) const;
    void add_un(std::string_view code, Hit hit, std::vector<Hit>& hits) const;
    void add_damaged_hs(std::pair<std::uint64_t, std::uint64_t> codes, Hit hit,
                        std::vector<Hit>& hits) const;
    void add_hs(std::string_view code, Hit hit, std::vector<Hit>& hits) const;

    const Catalogue::Index& index_;
    std::vector<Word> words_;
    std::string folded_;
    SlipMemory memory_;
};

} // namespace preflag
