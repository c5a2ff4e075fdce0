#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Where something is, as a cell tells it: the countries that it can be in, as ISO 3166 codes in
/// order. None when the cell is no place that is known, several when it does not tell which.
struct Place {
    std::vector<std::string> countries{};

    [[nodiscard]] bool is_known() const { return countries.size() == 1; }
    [[nodiscard]] bool is_ambiguous() const { return countries.size() > 1; }
    friend bool operator==(const Place&, const Place&) = default;
};

/// What a cell is expected to hold. Three letters such as CAN are a country in a column of
/// countries; in one of ports they may be an airport as well.
enum class PlaceKind { country, port };

} // namespace preflag
