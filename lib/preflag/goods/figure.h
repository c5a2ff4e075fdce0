#pragma once

#include <string>

namespace preflag {

/// Appends a number with six digits that count, as "%.6g" has them: "35", "0.125", "1.23457e+06".
void append_figure(std::string& text, double number);

} // namespace preflag
