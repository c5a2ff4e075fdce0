#pragma once

#include <preflag/base/country_table.h>
#include <preflag/places/place.h>
#include <preflag/places/place_lookup.h>
#include <preflag/places/place_table.h>

#include <optional>
#include <string_view>
#include <vector>

namespace preflag {

struct CellPart;

/// Reads cells that tell a place, however people write them: "PLGDN", "PL GDN", "Gdansk, Poland",
/// "Port Klang (MYPKG)", "LAX", "Los Angeles, CA", "Korea, Republic of", "276". Names that several
/// countries have stay ambiguous. Both tables must outlive it; may be shared by threads.
class PlaceReader {
  public:
    PlaceReader(const PlaceTable& places, const CountryTable& countries)
        : lookup_{places, countries} {}

    /// The one place of a cell.
    [[nodiscard]] Place read(std::string_view text, PlaceKind kind) const;
    /// The places of a cell such as "Singapore / Colombo" or "NL, BE", in order; a part that cannot
    /// be read is a place without countries.
    [[nodiscard]] std::vector<Place> read_all(std::string_view text) const;
    /// Whether the cell tells the legs of a way, one after the other: "Shanghai > Rotterdam", or a
    /// pair of ports in two countries, "SHA-RTM". Then read_all gives them.
    [[nodiscard]] bool tells_way(std::string_view text) const;
    /// Whether the cell says that it tells no place: "", "n/a", "TBA", "various".
    [[nodiscard]] bool is_blank(std::string_view text) const;

    [[nodiscard]] const CountryTable& countries() const { return lookup_.countries; }
    [[nodiscard]] const PlaceLookup& lookup() const { return lookup_; }

  private:
    [[nodiscard]] std::optional<std::string> country_in_two(const std::vector<CellPart>& parts,
                                                            std::size_t at) const;
    [[nodiscard]] std::vector<Place> pair_of(std::string_view text) const;
    [[nodiscard]] std::optional<Place> read_whole(std::string_view text, PlaceKind kind) const;

    PlaceLookup lookup_;
};

} // namespace preflag
