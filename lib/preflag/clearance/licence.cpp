#include <preflag/clearance/licence.h>

#include <algorithm>
#include <array>

namespace preflag {

std::string_view name_of(LicencePeriod period) {
    constexpr std::array<std::string_view, 4> names{"total", "year", "month", "day"};
    return names[static_cast<std::size_t>(period)];
}

bool Licence::counts_for(std::string_view regime) const {
    return regimes.empty() || std::find(regimes.begin(), regimes.end(), regime) != regimes.end();
}

std::string period_of(LicencePeriod period, Date day) {
    constexpr std::array<std::size_t, 4> lengths{0, 4, 7, 10};
    return to_string(day).substr(0, lengths[static_cast<std::size_t>(period)]);
}

} // namespace preflag
