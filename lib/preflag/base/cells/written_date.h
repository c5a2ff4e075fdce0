#pragma once

#include <preflag/base/cell_styles.h>
#include <preflag/base/date.h>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace preflag {

/// The days that a date of a manifest may be, ascending, each once: one when it is clear, none when
/// it cannot be read, several when neither the cell nor the style tells which. Read are ISO dates
/// with or without time, "23.11.2026", "11/23/26", "20261123", "23-NOV-2026", "Friday, April 3,
/// 2020", "3 avr. 2020", "3 апреля 2020 г.", "2020年4月3日", "5.XI.2020", days of a spreadsheet
/// ("44150"), seconds since 1970, and a month alone, of which the first and the last day may be
/// meant. Names of months are those of ICU, see month_names.h.
std::vector<Date> read_date(std::string_view text, DateOrder style = DateOrder::unknown);

/// The same for dates of any year from 1000 on: what spreadsheets make of codes with two dashes.
std::vector<Date> read_distant_date(std::string_view text);

/// The numbers of a date that consists of three, as "05/11/2020", a time behind it left aside.
struct DateNumbers {
    std::array<int, 3> values{};
    std::array<std::size_t, 3> digits{};
    char mark = '/'; ///< between the first two
};
/// nullopt for a date of another kind; ASCII digits only.
std::optional<DateNumbers> date_numbers(std::string_view text);

} // namespace preflag
