#pragma once

#include <cmath>
#include <cstdint>

namespace preflag {

/// A number as `Json` holds it so that it is written shortest: 35 and not 35.0, and null for what
/// is not finite. A template because JSON headers stay in the .cpp files.
template <class Json>
Json json_number(double value) {
    constexpr double exact = 9007199254740992.0; // 2^53: whole numbers are exact below
    if (!std::isfinite(value))
        return nullptr;
    if (std::abs(value) < exact && std::trunc(value) == value)
        return static_cast<std::int64_t>(value);
    return value;
}

} // namespace preflag
