#pragma once

#include <preflag/names/name_vocabulary.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// One way to read a party's cell: a name within it.
struct NameReading {
    std::string_view text; ///< of the cell
    /// Cut out of a longer text, not at a label: it must match better than a whole name.
    bool is_part = false;
    /// Which of the names between labels it is of; `whole_cell` for a cell with several.
    std::size_t piece = 0;
    /// The piece from its beginning, up to its end, an address, a break or behind a legal form.
    bool is_head = false;

    static constexpr std::size_t whole_cell = static_cast<std::size_t>(-1);
};

/// A party's cell as it is written: name, address, telephone and numbers in any layout.
struct PartyCell {
    std::vector<NameReading> readings;     ///< the whole cell first; none for an empty one
    std::vector<std::string_view> numbers; ///< behind "IMO", "VAT", ...
};

/// Reads a cell. The whole stays one of the readings; others are what stands behind a label ("to
/// the order of X", "c/o X", "ex X"), and what stands before an address, a line break, brackets, a
/// place, a telephone number or behind a legal form. What reads like an address is no reading.
/// Bounded: at most `most_readings`.
PartyCell read_party_cell(std::string_view cell, const NameVocabulary& words);

inline constexpr std::size_t most_readings = 12;

} // namespace preflag
