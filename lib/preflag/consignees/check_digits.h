#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace preflag {

/// How the check digits of a registration number are worked out. Standards by their own names;
/// what differs from country to country (weights, modulus) is data.
struct CheckDigits {
    enum class Method : std::uint8_t {
        none,
        luhn,      ///< ISO/IEC 7812-1, annex B
        mod_11_10, ///< ISO 7064, hybrid
        mod_97_10, ///< ISO 7064, over letters and digits
        mod_11_2,  ///< ISO 7064, the check character may be X
        weighted,  ///< the digit behind the weighted ones follows from their weighted sum
        block,     ///< the last two digits follow from the number before them
    };
    /// What the sum, divided by the modulus, must leave.
    enum class Result : std::uint8_t {
        zero,       ///< nothing, the check digit being among the weighted ones
        remainder,  ///< the check digit
        complement, ///< what the check digit fills up to the modulus
    };
    Method method = Method::none;
    Result result = Result::remainder;
    std::vector<int> weights;
    int modulus = 11;
    std::vector<int> plus{0}; ///< added to the sum; one that fits is enough
    std::optional<int> ten;   ///< the digit that stands for a result of 10; none: invalid
    int eleven = 0;           ///< the digit of a complement when the sum leaves nothing
    std::size_t from = 0;     ///< the first digit that counts
    std::size_t count = 0;    ///< of digits that count; 0: all
};
/// "mod-11-10".
std::optional<CheckDigits::Method> parse_check_method(std::string_view name);
std::optional<CheckDigits::Result> parse_check_result(std::string_view name);

/// Whether the check digits of `number` (ASCII digits and capital letters) are right. Letters are
/// left out but for mod-97-10 and mod-11-2.
bool check_digits_agree(const CheckDigits& check, std::string_view number);

} // namespace preflag
