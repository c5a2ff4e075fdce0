#pragma once

#include <preflag/goods/interval.h>

#include <optional>
#include <string>

namespace preflag {

/// An amount of goods. At least one of the two is set. Cells are read by a UnitTable.
struct Quantity {
    std::optional<Interval> kilograms;
    std::optional<Interval> litres;
    /// The interval is that of two readings of one number (25 and 25,000 of "25.000"): what it was
    /// compared with must hold for both.
    bool is_ambiguous = false;

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// "250 kg", "1000 l", "100-120 kg".
std::string to_string(const Quantity& quantity);

} // namespace preflag
