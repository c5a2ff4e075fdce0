#pragma once

#include <preflag/base/date.h>
#include <preflag/base/diagnostic.h>
#include <preflag/goods/concentration.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The time that a licence's quantity is for: the whole validity, or each calendar year, month or
/// day of it.
enum class LicencePeriod { total, year, month, day };
std::string_view name_of(LicencePeriod period); // "total", "year", ...

/// Leave to receive regulated goods, as the user's file has it.
struct Licence {
    std::string number;
    std::string holder;
    std::vector<std::string> aliases;     ///< other names of the holder
    std::vector<std::string> identifiers; ///< VAT, EORI or registration numbers of the holder
    std::string country;                  ///< of the holder, ISO 3166; empty: not stated
    std::vector<std::string> substances;  ///< catalogue ids, at least one
    std::optional<Concentration> highest_strength; ///< in % w/w or % N; none: any
    std::optional<double> kilograms; ///< of goods, of each substance, a period; none: any
    LicencePeriod period = LicencePeriod::total;
    Date valid_from{}, valid_to{};    ///< both days included
    std::vector<std::string> regimes; ///< the laws that it counts for; empty: all
    std::string file;
    Position position;

    [[nodiscard]] bool counts_for(std::string_view regime) const;
};

/// The part of the quantity's time that `day` lies in: "2026-03" of a month; empty of the total.
std::string period_of(LicencePeriod period, Date day);

} // namespace preflag
