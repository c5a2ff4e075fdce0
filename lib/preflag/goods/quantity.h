#pragma once

#include <preflag/goods/interval.h>

#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// An amount of goods. At least one of the two is set.
struct Quantity {
    std::optional<Interval> kilograms;
    std::optional<Interval> litres;

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// "1,250 kg", "20 IBC a 1000 l", "55 gal", ...; nullopt when number or unit cannot be read.
std::optional<Quantity> parse_quantity(std::string_view text, std::string_view unit_hint = {});

/// "250 kg", "1000 l", "100-120 kg".
std::string to_string(const Quantity& quantity);

} // namespace preflag
