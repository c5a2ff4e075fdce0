#include <preflag/base/text.h>
#include <preflag/watchlists/birth_years.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

std::string to_string(const BirthYears& years) {
    return years.first == years.last ? std::string(years.first)
                                     : fmt::format("{} to {}", years.first, years.last);
}

std::optional<BirthYears> birth_years(std::string_view date) {
    constexpr std::size_t digits = 4;
    std::optional<BirthYears> years;
    while (date.size() >= digits) {
        const auto end = std::find_if_not(date.begin(), date.end(), is_ascii_digit);
        const auto run = static_cast<std::size_t>(end - date.begin());
        if (run >= digits) {
            const std::string_view year = date.substr(0, digits);
            years = years ? BirthYears{std::min(years->first, year), std::max(years->last, year)}
                          : BirthYears{year, year};
        }
        date.remove_prefix(std::max<std::size_t>(run, 1));
    }
    return years;
}

std::optional<BirthYears> nearest_birth_years(std::span<const std::string_view> dates,
                                              std::string_view year) {
    std::optional<BirthYears> nearest;
    for (const std::string_view date : dates) {
        const auto years = birth_years(date);
        if (years && years->hold(year))
            return years;
        if (!nearest)
            nearest = years;
    }
    return nearest;
}

} // namespace preflag
