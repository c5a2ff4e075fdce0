#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

enum class ColourChoice { automatic, always, never };

bool is_terminal(int descriptor);

/// Writes a message of one or more lines to standard error. Whatever an input, a file name or an
/// argument put into it, no control or escape character gets through. Never fails.
void tell(std::string_view message);

/// Columns of the terminal on `descriptor`, or what the variable COLUMNS says; nullopt without
/// both. From 60 to 400.
std::optional<std::size_t> known_width(int descriptor);
/// The same; 120 when it is not known.
std::size_t terminal_width(int descriptor);

/// NO_COLOR is honoured when the choice is automatic.
bool use_colour(int descriptor, ColourChoice choice);

} // namespace preflag
