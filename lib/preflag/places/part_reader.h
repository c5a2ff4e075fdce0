#pragma once

#include <preflag/places/place_clues.h>
#include <preflag/places/place_lookup.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace preflag {

/// A part of a cell between commas, strokes and brackets; a view into it.
struct CellPart {
    std::string_view text;
    bool in_brackets = false;
};
std::vector<CellPart> cell_parts(std::string_view text);

/// Reads one part of a cell: "Port of Felixstowe", "Rotterdam NL", "MYPKG", "Xingang Tianjin
/// China".
class PartReader {
  public:
    explicit PartReader(const PlaceLookup& lookup) : lookup_(lookup) {}

    /// Adds what the part says. Two capitals that stand first or in brackets are a country; small
    /// letters only where the place beside them can be in it ("rotterdam nl"). Beside words that
    /// nobody knows only a country's name at either end and a port's code count: a town's name may
    /// be another word ("Mobile phones"). False when the part says nothing that can be read.
    bool read(std::string_view part, bool is_first, PlaceClues& clues) const;
    /// The same of a part that begins with the letters of a country or the code of a port and a
    /// hyphen: "CNSHA-Shanghai", "US-TX", "D-20457 Hamburg".
    bool read_prefixed(std::string_view part, PlaceClues& clues) const;

  private:
    using Words = std::vector<std::string_view>;
    struct Stated; ///< the clues of all words, and of those that count beside unknown ones

    bool read_code(std::string_view word, bool is_country, PlaceClues& clues) const;
    bool read_small_code(std::string_view word, PlaceClues& clues) const;
    bool read_region(const std::string& key, PlaceClues& clues) const;
    bool read_words(std::string_view part, bool is_first, PlaceClues& clues) const;
    [[nodiscard]] std::size_t read_name(const Words& words, std::size_t at, Stated& stated) const;
    bool read_span(const Words& words, std::size_t at, std::size_t count, Stated& stated) const;
    bool read_end_code(const Words& words, std::size_t at, Stated& stated) const;
    void add_country(const std::string& code, const std::string& key, bool counts,
                     Stated& stated) const;

    const PlaceLookup& lookup_;
};

} // namespace preflag
