#pragma once

#include <preflag/consignees/check_digits.h>
#include <preflag/consignees/consignee_kind.h>
#include <preflag/consignees/kind_vocabulary.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A number by which an authority registers businesses or persons: its forms and check digits.
struct RegistrationNumber {
    ConsigneeKind speaks_for = ConsigneeKind::business;
    std::string what; ///< "VAT number"
    /// "DE#########": # is a digit, @ a letter, * either, anything else stands for itself.
    std::vector<std::string> masks;
    std::vector<CheckDigits> checks;    ///< all must agree
    std::vector<std::string> countries; ///< where bare digits are taken for it; empty: everywhere
    std::vector<std::string> labels; ///< folded, sorted; not empty: counts behind one of them alone
    int weight = 0;
};

/// Where a number stands in a text.
struct NumberPlace {
    std::size_t first = 0, behind = 0; ///< of the words that hold it
    std::string digits;                ///< capital letters and digits, without separators
};

/// The first place in `words` where the number stands whole, its check digits agreeing. Words are
/// joined, so that blanks, points and dashes within the number do not matter.
std::optional<NumberPlace> find_number(const RegistrationNumber& number,
                                       std::span<const PartyWord> words);

} // namespace preflag
