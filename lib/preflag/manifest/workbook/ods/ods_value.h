#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// A cell of an .ods sheet as it is stored.
struct OdsCell {
    std::string type;  ///< "float", "percentage", "currency", "date", "time", "boolean", "string"
    std::string value; ///< of the type
    std::string currency; ///< "EUR"
    std::string text;     ///< as it is shown
    bool has_formula = false;
    bool is_error = false;
};

/// What is read of it: numbers with a decimal point and, from the text, the zeros in front and the
/// words beside them that only the cell's style tells; dates as "2026-11-27".
std::string ods_value(const OdsCell& cell);

} // namespace preflag
