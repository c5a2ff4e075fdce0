#pragma once

#include <preflag/goods/cas_number.h>
#include <preflag/goods/interval.h>
#include <preflag/goods/text/phrase_set.h>
#include <preflag/goods/trade_codes.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// A substance's place in the lexicon that it was loaded with.
enum class SubstanceId : std::uint32_t {};

constexpr std::size_t index_of(SubstanceId id) {
    return static_cast<std::size_t>(id);
}

/// A UN entry and the strength band, in % w/w, that its proper shipping name implies.
struct UnEntry {
    UnNumber number;
    std::optional<Interval> weight_percent;
};

/// A pair of a table: strength scale or % w/w against density or % w/w, ascending.
using TablePoint = std::pair<double, double>;

/// What strength figures of a substance mean. A missing value means that such figures cannot be
/// converted to % w/w.
struct StrengthFacts {
    std::vector<TablePoint> density;      ///< % w/w -> kg per litre at 20 C
    std::vector<TablePoint> baume;        ///< degrees Baume -> % w/w
    std::optional<double> molar_mass;     ///< g/mol
    std::optional<double> equivalents;    ///< per mol, for normality
    std::optional<double> volumes_factor; ///< % w/v for one volume of oxygen
    std::optional<double> p2o5_factor;    ///< % w/w for one % P2O5
    std::optional<double> nitrogen;       ///< % N of the pure substance
    /// A bare per cent figure in this band is nitrogen, as the trade grades the product; a lower
    /// one may be either.
    std::optional<Interval> bare_nitrogen;
    double highest_percent = 100; ///< as the trade counts: oleum goes above 100
    bool pure = false;            ///< a bare name means the pure substance
};

/// A catalogue entry, as rules/substances/*.yaml has it. Names, codes and words used only for
/// recognition live in the Catalogue's index, built from the same file.
struct Substance {
    std::string id;   // "hydrogen-peroxide"
    std::string name; // "hydrogen peroxide", as messages use it
    std::string formula;
    std::vector<CasNumber> cas;
    std::vector<EcNumber> ec;
    std::vector<CusNumber> cus;
    std::vector<HsCode> hs;        ///< exact subheadings
    std::vector<HsCode> hs_basket; ///< subheadings that hold many other goods
    std::vector<UnEntry> un;
    StrengthFacts strength;
    /// Nitrate and ammonium nitrogen stated side by side tell how much of it there is.
    bool from_nitrogen_split = false;
    /// Words that make its ambiguous short names believable, besides those of the trade.
    PhraseSet support;
    /// A product of this name also counts as that substance, unless its nitrogen is known to be
    /// below `also_from_nitrogen` per cent.
    std::string also;
    double also_from_nitrogen = 0;
    /// A chemical element: a word of a binary compound beside its name makes it that compound.
    bool is_element = false;
    /// Beside these words its names tell a constituent of something else ("sulphur" of "steel").
    PhraseSet constituent_of;
    /// Words and tariff headings of forms that are not meant, although they share its CAS and EC
    /// numbers: "ingots", "7607".
    PhraseSet other_forms;
    std::vector<std::string> other_form_headings;
};

} // namespace preflag
