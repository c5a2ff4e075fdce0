#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preflag {

enum class ColourChoice { automatic, always, never };

bool is_terminal(int descriptor);

/// Writes a message of one or more lines to standard error. Whatever an input, a file name or an
/// argument put into it, no control or escape character gets through. Never fails.
void tell(std::string_view message);

/// Columns of the terminal on `descriptor`; 120 when it is none.
std::size_t terminal_width(int descriptor);

/// NO_COLOR is honoured when the choice is automatic.
bool use_colour(int descriptor, ColourChoice choice);

} // namespace preflag
