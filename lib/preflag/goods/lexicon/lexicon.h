#pragma once

#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/code_table.h>
#include <preflag/goods/lexicon/name_trie.h>
#include <preflag/goods/lexicon/reading_vocabulary.h>
#include <preflag/goods/lexicon/unit_table.h>
#include <preflag/goods/text/spelling.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What a recognised word sequence stands for.
struct NameEntry {
    enum class Role : std::uint8_t {
        substance,
        other_product, ///< a longer name that is not this substance
        cas_label,     ///< words that announce a code
        ec_label,
        cus_label,
        un_label,
        hs_label,
    };
    Role role = Role::substance;
    SubstanceId substance{};
    EvidenceKind kind = EvidenceKind::name;
    /// What a product that goes by this name holds, % w/w: nitrogen from ammonium nitrate, or the
    /// substance itself.
    std::optional<Interval> content = std::nullopt;
    bool content_is_substance = false;
    /// A figure in the text stands for the band (all its nitrogen is from ammonium nitrate).
    bool content_is_stated = false;
    /// A short name that means nothing else: alone it is weak evidence, but some.
    bool is_telling = false;
};

/// Everything that recognises substances and reads what is said of them; built once by the
/// catalogue and const from then on.
struct Lexicon {
    std::vector<Substance> substances; ///< by SubstanceId
    std::vector<NameEntry> entries;
    NameTrie names;
    Spelling spelling;
    ReadingVocabulary words;
    UnitTable units;
    CodeTable by_cas, by_ec, by_cus, by_un, by_hs, by_basket;
    std::size_t name_count = 0;

    [[nodiscard]] const Substance& operator[](SubstanceId id) const {
        return substances[index_of(id)];
    }
};

} // namespace preflag
