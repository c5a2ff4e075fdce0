#pragma once

#include <preflag/goods/cas_number.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A part of a cell of codes: its place in the cell, and its text in plain digits, dashes and
/// blanks, without marks that do not print.
struct CodePart {
    std::size_t offset = 0; ///< in the cell, in bytes
    std::size_t length = 0;
    std::string text;
    std::vector<std::size_t> places; ///< in the cell, of each character of the text, and the end
};

/// The whole cell in this form, without blanks and marks of text ("'7722-84-1", "=7722-84-1")
/// around it.
CodePart whole_code(std::string_view cell);

/// What parts the codes of a cell.
struct CodeMarks {
    bool letters = false; ///< words do
    /// Characters that do although they stand within codes and dates as well: blank, comma, slash.
    std::string_view inner;
};

/// The parts of a cell that holds several codes, in its order. Whatever cannot stand within a code
/// parts them. Parts without digits are left out.
std::vector<CodePart> parts_of_codes(const CodePart& whole, const CodeMarks& marks);

/// A CAS number of a cell. Several numbers when a spreadsheet damaged it so that it can be each.
struct CasInCell {
    CodePart part;
    std::vector<CasNumber> numbers;
    bool is_repaired = false;
};

/// All CAS numbers of a cell of their column, in its order: several in one cell, those with labels,
/// marks and brackets around them, and those that a spreadsheet damaged, see repaired_cas.
std::vector<CasInCell> cas_in_cell(std::string_view cell);

} // namespace preflag
