#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The cells of some records, split; a short record has fewer.
using SampleRows = std::vector<std::vector<std::string>>;

/// What the filled cells of one column look like: how many of them have which form.
struct CellForms {
    std::size_t filled = 0;
    std::size_t with_digits = 0;
    std::size_t numbers = 0;        ///< a number alone, with its marks
    std::size_t rates = 0;          ///< a number up to 100, or one with a percent sign
    std::size_t measured = 0;       ///< a number and a unit of mass or volume: "250 kg"
    std::size_t units = 0;          ///< a short word: "KG", "pcs"
    std::size_t mass_units = 0;     ///< a unit of mass or volume alone
    std::size_t articles = 0;       ///< an article number: "A3000", "AC-5/2"
    std::size_t un_numbers = 0;     ///< four digits, perhaps behind "UN"
    std::size_t digits_of_five = 0; ///< five digits or more: may be a CAS or EC number
    std::size_t digits_of_four = 0; ///< four digits or more: may be an HS code
    double largest = 0;             ///< of the numbers

    [[nodiscard]] bool all(std::size_t count) const { return filled > 0 && count == filled; }
    [[nodiscard]] bool most(std::size_t count) const { return filled > 0 && 2 * count > filled; }
};

/// Looks at a column, counted from 0. `is_unit` knows the words for units of mass and volume,
/// `is_nothing` what stands in a cell that holds nothing.
CellForms forms_of(const SampleRows& rows, std::size_t column,
                   const std::function<bool(std::string_view)>& is_unit,
                   const std::function<bool(std::string_view)>& is_nothing);

} // namespace preflag
