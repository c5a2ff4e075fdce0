#pragma once

#include <preflag/manifest/workbook/value/serial_date.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// How a cell shows its number: the format code of its style, as far as it changes what is read.
/// Leading zeros and signs between the digits ("00000000", "0000.00.00") are shown, as are decimals
/// ("0.00" of 2808.1), per cent, dates, and words beside the number (0.0" kg"); marks of thousands,
/// colours and rounding are left out.
class NumberFormat {
  public:
    NumberFormat() = default;
    /// Of the code of a format; of its sections, the first one counts.
    explicit NumberFormat(std::string_view code);
    /// The format that has this number and no code in the file: 14 is a date, 10 "0.00%".
    static NumberFormat built_in(unsigned number);

    /// A stored number as text, with at most 15 digits and a decimal point. What is no number is
    /// handed back as it is.
    [[nodiscard]] std::string shown(std::string_view stored, DateEpoch epoch) const;
    /// Whether a number of up to 15 digits without a point is shown as it is stored.
    [[nodiscard]] bool is_general() const { return is_general_; }

  private:
    void read_section(std::string_view section);
    std::size_t read_bracket(std::string_view section, std::size_t at);
    void add_literal(std::string_view text);
    void add_sign(char sign);
    void settle_dates(std::string_view letters);
    [[nodiscard]] std::string masked(std::string_view digits) const;

    bool is_general_ = true;
    std::optional<SerialKind> date_;
    bool is_percent_ = false;
    unsigned thousands_left_out_ = 0; ///< commas behind the digits
    unsigned decimals_ = 0;           ///< that are always shown
    bool is_behind_point_ = false;
    std::string mask_; ///< the whole part, '0' for a digit that is always shown and '#' for others
    std::string before_, behind_; ///< words beside the number
};

} // namespace preflag
