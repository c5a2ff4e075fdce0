#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace preflag {

/// The years that a published date of birth leaves open, as four digits each.
struct BirthYears {
    std::string_view first, last; ///< the same but for a range

    [[nodiscard]] bool hold(std::string_view year) const { return first <= year && year <= last; }
};
std::string to_string(const BirthYears& years); // "1960", "1957 to 1962"

/// Of "12 Mar 1960", "circa 1960", "1957 to 1962"; nothing when no year is known ("15/08/19yy").
std::optional<BirthYears> birth_years(std::string_view date);

/// The first of `dates` that holds `year`, else the first that has a year.
std::optional<BirthYears> nearest_birth_years(std::span<const std::string_view> dates,
                                              std::string_view year);

} // namespace preflag
