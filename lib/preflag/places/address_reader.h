#pragma once

#include <preflag/places/part_reader.h>
#include <preflag/places/place_reader.h>

#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Reads the country of a postal address where its end tells it: a country's name ("Poland", also
/// behind town or postal code), a code behind a comma or its town ("Gdansk, PL", "HOUSTON TX
/// 77002"), letters before the postal code ("D-80331 München") or a postal code of a form that only
/// one country has ("IP11 3SY"), or a part of a country behind a town in it ("Zhangjiagang, Jiangsu
/// 215600"). What begins with a province or city of its script ("江苏省张家港市") tells it at the
/// beginning. A town alone is never enough. The reader's tables must outlive it.
class AddressReader {
  public:
    explicit AddressReader(const PlaceReader& reader) : lookup_(reader.lookup()) {}

    /// Without countries when the address does not tell; several when a code can be a country or a
    /// state ("Smallville, DE").
    [[nodiscard]] Place read(std::string_view address) const;

  private:
    using Words = std::vector<std::string_view>;

    [[nodiscard]] Place by_country(const Words& words, std::string_view before) const;
    [[nodiscard]] Place by_code(Words words, std::string_view before) const;
    [[nodiscard]] Place within(const std::string& country, std::string_view before) const;
    [[nodiscard]] Place by_prefix(const Words& words) const;
    [[nodiscard]] Place by_postal_code(const Words& words) const;
    [[nodiscard]] Place by_region(Words words, std::string_view before) const;
    [[nodiscard]] Place by_beginning(std::string_view address) const;
    [[nodiscard]] std::vector<std::string> town_at_end(const Words& words) const;
    [[nodiscard]] bool is_no_part(std::string_view part) const;

    PlaceLookup lookup_;
};

} // namespace preflag
