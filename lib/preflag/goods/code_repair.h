#pragma once

#include <preflag/goods/cas_number.h>
#include <preflag/goods/trade_codes.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// The CAS numbers that a cell may have been before a spreadsheet turned it into a date
/// ("3811-04-09", "09/04/3811", "9-Apr-3811", the serial number of the day), a decimal
/// ("7722841.0") or a figure with thousands marks ("7,722,841"), or somebody wrote it with other
/// marks or zeros in front ("7722.84.1", "0007722-84-1"). The check digits fit; where day
/// and month can be either, there may be two. Recent years, which shipments are dated with, stay
/// dates.
std::vector<CasNumber> repaired_cas(std::string_view cell);

/// An EC number with other marks than dashes, or none: "231.765.0", "2317650".
std::optional<EcNumber> repair_ec(std::string_view cell);

/// A UN number that lost its leading zeros ("29" for 0029) or got decimals ("1942.0") or a
/// thousands mark ("1,942").
std::optional<UnNumber> repair_un(std::string_view cell);

/// The ten-digit tariff codes that an HS code in exponent form may stand for, first and last:
/// "2.85E+09" was 2845000000 to 2855000000. nullopt for another form, or one with a lost zero.
std::optional<std::pair<std::uint64_t, std::uint64_t>> hs_codes_of_exponent(std::string_view cell);

/// Written like a CAS number (7722-84-1) with a check digit that does not fit.
bool has_wrong_check_digit(std::string_view code);

} // namespace preflag
