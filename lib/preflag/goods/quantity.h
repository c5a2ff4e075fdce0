#pragma once

#include <preflag/goods/interval.h>

#include <optional>
#include <string>

namespace preflag {

/// An amount of goods. At least one of the two is set. Cells are read by a UnitTable.
struct Quantity {
    std::optional<Interval> kilograms;
    std::optional<Interval> litres;

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// "250 kg", "1000 l", "100-120 kg".
std::string to_string(const Quantity& quantity);

} // namespace preflag
