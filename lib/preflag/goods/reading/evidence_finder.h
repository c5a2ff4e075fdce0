#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/line/hit.h>
#include <preflag/goods/text/text_memory.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// The prefilter: tells, for every line of a manifest, whether it holds anything that could name a
/// listed substance, and where. Names are searched in the goods texts word by word: a filter says
/// whether a name may begin with a word, a trie gives the longest name, and words that are one typo
/// away from a name are compared once and remembered. Codes are taken from their columns, from
/// behind words that announce them ("CAS", "UN") and, in the form of a CAS or EC number, from
/// anywhere. Nothing is judged here: names of other products, short names and names in words that
/// cancel them are hits as well. The few lines with hits get the full reading, see read_goods.h.
/// Texts without a hit, which come again and again, are searched once as long as they are
/// remembered. Owns scratch space only; a line without any hit costs no allocation once the scratch
/// has grown.
class EvidenceFinder {
  public:
    /// The lexicon must outlive the finder.
    explicit EvidenceFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

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
    void search_cas(std::string_view cell, std::vector<Hit>& hits) const;
    void add_cas(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const;
    void add_ec(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const;
    void add_cus(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const;
    void add_un(std::string_view code, Hit hit, std::vector<Hit>& hits) const;
    void add_damaged_hs(std::pair<std::uint64_t, std::uint64_t> codes, Hit hit,
                        std::vector<Hit>& hits) const;
    void add_hs(std::string_view code, const Hit& hit, std::vector<Hit>& hits) const;

    const Lexicon& lexicon_;
    std::vector<Word> words_;
    std::string folded_;
    SlipMemory memory_;
    TextMemory without_hits_;    ///< goods texts in which nothing was found
    TextMemory hs_without_hits_; ///< tariff codes, likewise
};

} // namespace preflag
