#pragma once

#include <cstddef>
#include <string>

namespace preflag {

enum class ColourChoice { automatic, always, never };

bool is_terminal(int descriptor);

/// Columns of the terminal on `descriptor`; 120 when it is none.
std::size_t terminal_width(int descriptor);

/// NO_COLOR is honoured when the choice is automatic.
bool use_colour(int descriptor, ColourChoice choice);

} // namespace preflag
