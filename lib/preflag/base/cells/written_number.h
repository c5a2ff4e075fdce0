#pragma once

#include <preflag/base/cell_styles.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// A number as people and programs write it: "1.355,90", "1,355.90", "1 355,90" with any blank that
/// is typed or printed, "1'355.90", "12,34,567", "1,35E+03", "1.35 x 10^3", in the digits of any
/// script. Signs and units around it are left to the caller.
struct WrittenNumber {
    double value = 0;
    /// The other value where one point or comma before three digits may be either mark: 25 and
    /// 25,000 of "25.000". None when the marks, or the style of the column, tell which it is.
    std::optional<double> other;
    std::string text;                         ///< digits with '.' as decimal sign, as `value`
    std::size_t length = 0;                   ///< bytes taken
    DecimalMark shown = DecimalMark::unknown; ///< the mark that the number by itself tells
    /// The mark before three digits of a number that may be either; '\0' of any other number.
    char doubtful = '\0';
    /// A typed blank parts its thousands, so that it might be two numbers ("80 200 L drums").
    bool has_blank = false;
};

/// Whether a digit of any script stands at `place`; sub- and superscripts are none.
bool is_digit_at(std::string_view text, std::size_t place);

/// The number at the beginning of a text that begins with a digit. `style` settles what the marks
/// leave open; marks that tell themselves win over it.
WrittenNumber read_number(std::string_view text, DecimalMark style);

} // namespace preflag
