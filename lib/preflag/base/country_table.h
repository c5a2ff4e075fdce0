#pragma once

#include <preflag/base/file/sorted_lines.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Countries as manifests, licences and lists write them: the one table that everybody asks, from
/// rules/countries.yaml. Filled by read_country_table, then const.
class CountryTable {
  public:
    /// The ISO 3166 code of "DE", "de", "UK", "Germany", "Deutschland", "DEU", "Tanzania, United
    /// Republic of"; nullopt for anything else, a union included.
    [[nodiscard]] std::optional<std::string> code_of(std::string_view text) const;

    /// The member states of a union ("EU"), the code itself for a country, nothing when unknown.
    [[nodiscard]] std::vector<std::string> members_of(std::string_view code) const;

    /// The codes with a union in the place of its members where all of them are there, in order.
    [[nodiscard]] std::vector<std::string> shortened(std::vector<std::string> codes) const;

    /// The state whose law holds in a territory with a code of its own ("RE" -> "FR"); else the
    /// code.
    [[nodiscard]] const std::string& state_of(const std::string& code) const;
    /// Whether a territory belongs to a state in any way ("HK" to "CN"): who writes both names
    /// means the territory.
    [[nodiscard]] bool is_part_of(const std::string& territory, const std::string& state) const;

    /// All codes of countries and unions.
    [[nodiscard]] std::vector<std::string> codes() const;
    [[nodiscard]] bool has_code(std::string_view code) const { return codes_.contains(code); }

    /// SHA-256 of the file that it was read from.
    [[nodiscard]] const std::string& digest() const { return digest_; }

    void set_digest(std::string digest) { digest_ = std::move(digest); }
    void add_code(std::string code) { codes_.insert(std::move(code)); }
    /// A word that does not tell countries apart ("of"). Before any name.
    void add_filler(std::string_view word);
    void add_union(std::string code, std::vector<std::string> members) {
        unions_.emplace(std::move(code), std::move(members));
    }
    void add_territory(const std::string& code, const std::string& state, bool has_its_law) {
        belongs_to_[code] = state;
        if (has_its_law)
            states_[code] = state;
    }
    /// Further names, by the key that country_key in tests/places/make_places.py makes.
    void set_more_names(SortedLines names) { more_names_ = std::move(names); }
    /// The country that has the name: `code`, or another one that had it before.
    const std::string& add_name(std::string_view name, const std::string& code);

    template <class Archive>
    void serialize(Archive& archive) {
        archive(codes_, fillers_, names_, more_names_, unions_, states_, belongs_to_, digest_);
    }

  private:
    /// The words of a name without fillers, in the alphabet's order.
    [[nodiscard]] std::string key_of(std::string_view text) const;

    std::set<std::string, std::less<>> codes_, fillers_;
    std::map<std::string, std::string, std::less<>> names_; ///< by key_of the name
    SortedLines more_names_;                                ///< the same, of places/countries.yaml
    std::map<std::string, std::vector<std::string>, std::less<>> unions_;
    std::map<std::string, std::string> states_, belongs_to_; ///< by territory
    std::string digest_;
};

} // namespace preflag
