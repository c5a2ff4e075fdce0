#pragma once

#include <preflag/base/bounded_memo.h>
#include <preflag/places/place_reader.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A cell that tells one place, or none.
struct PlaceCell {
    bool is_blank = false; ///< it says that it tells none
    Place place;
    bool tells_way = false; ///< it tells several legs, see PlaceReader::tells_way
};

/// A PlaceReader that remembers cells, which come again and again. For one thread; what it returns
/// is valid until the next call.
class PlaceMemory {
  public:
    explicit PlaceMemory(PlaceReader reader) : reader_(reader) {}

    const PlaceCell& read(std::string_view text, PlaceKind kind);
    /// The places of a cell with several, as PlaceReader::read_all.
    const std::vector<Place>& read_all(std::string_view text);
    /// The country of a postal address, as AddressReader::read.
    const Place& read_address(std::string_view text);
    /// The countries that a cell surely tells: of each of its places, else of the whole.
    const std::vector<std::string>& countries_in(std::string_view text);
    /// The code of a country, as CountryTable::code_of.
    const std::optional<std::string>& code_of(std::string_view text);

    [[nodiscard]] const CountryTable& countries() const { return reader_.countries(); }

  private:
    static constexpr std::size_t most_remembered = 4096; ///< cells of each kind
    PlaceReader reader_;
    BoundedMemo<PlaceCell> in_countries_{most_remembered}, in_ports_{most_remembered};
    BoundedMemo<Place> addresses_{most_remembered};
    BoundedMemo<std::vector<Place>> several_{most_remembered};
    BoundedMemo<std::vector<std::string>> known_{most_remembered};
    BoundedMemo<std::optional<std::string>> codes_{most_remembered};
};

} // namespace preflag
