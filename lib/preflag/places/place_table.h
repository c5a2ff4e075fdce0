#pragma once

#include <preflag/base/file/sorted_lines.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// Names and codes of places, from rules/places/. Filled by read_place_table, then const. Countries
/// are ISO 3166 codes; where there can be several, they have a space between them.
class PlaceTable {
  public:
    /// The folded words of a name with a space between them, as the table has them: "St. Gallen"
    /// and "Saint Gallen" are "st gallen".
    static std::string key_of(std::string_view name);

    /// By key_of a name; empty when there is no city or port of this name.
    [[nodiscard]] std::string_view countries_of_city(const std::string& key) const;
    /// Whether the name was written by hand: then no region counts beside it.
    [[nodiscard]] bool is_own_name(const std::string& key) const {
        return own_names_.contains(key);
    }
    /// The same of a region ("california", "guangdong").
    [[nodiscard]] std::string_view countries_of_region(const std::string& key) const;
    /// "FRA", the code of an airport.
    [[nodiscard]] std::string_view country_of_airport(std::string_view code) const {
        return airports_.find(code);
    }
    /// A port's four digits of US Schedule D or five of Schedule K.
    [[nodiscard]] std::string_view country_of_schedule(std::string_view digits) const;
    /// Of a code that was written by hand, such as "GBBEL", whose letters do not tell it; else
    /// empty.
    [[nodiscard]] std::string_view country_of_own_code(std::string_view code) const;
    /// "D", "FIN": the letters of a country before a postal code; else empty.
    [[nodiscard]] std::string_view country_of_prefix(std::string_view letters) const;
    /// Of a postal code whose form tells the country ("IP11 3SY"); else empty.
    [[nodiscard]] std::string_view country_of_postal_code(std::string_view code) const;
    /// Whether UN/LOCODE has the place: "PL", "GDN".
    [[nodiscard]] bool has_locode(std::string_view country, std::string_view place) const;
    /// "US", "CA": whether ISO 3166-2 has the part of the country.
    [[nodiscard]] bool has_subdivision(std::string_view country, std::string_view part) const;
    /// All countries that have a part of this code, in order.
    [[nodiscard]] std::vector<std::string> countries_with_subdivision(std::string_view part) const;

    /// "port", "harbour": says what kind of place it is.
    [[nodiscard]] bool is_generic(std::string_view word) const { return generic_.contains(word); }
    /// "tba", "various": a cell that tells no place.
    [[nodiscard]] bool is_no_place(std::string_view key) const { return no_places_.contains(key); }
    /// What stands before or behind names that are written without spaces.
    [[nodiscard]] const std::set<std::string, std::less<>>& affixes() const { return affixes_; }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(cities_, regions_, airports_, schedules_, locodes_, subdivisions_, own_names_,
                own_regions_, own_codes_, prefixes_, postal_codes_, generic_, no_places_, affixes_);
    }

  private:
    friend class PlaceTableReader;
    using Names = std::map<std::string, std::string, std::less<>>;

    SortedLines cities_, regions_, airports_, schedules_;
    Names locodes_, subdivisions_; ///< codes in order, a space between them, by country
    Names own_names_, own_regions_, own_codes_; ///< written by hand: decide alone
    Names prefixes_;                            ///< the country by letters before a postal code
    Names postal_codes_; ///< the country by a form: A is any letter, 9 any digit
    std::set<std::string, std::less<>> generic_, no_places_, affixes_;
};

/// The parts of a text between spaces.
std::vector<std::string_view> split_at_spaces(std::string_view text);

} // namespace preflag
