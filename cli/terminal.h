#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace preflag {

enum class ColourChoice { automatic, always, never };

void add_colour_option(CLI::App& command, std::string& word);
/// `word` as add_colour_option checked it.
ColourChoice resolve_colour(const std::string& word);

bool is_terminal(int descriptor);

/// Writes a message of one or more lines to standard error. Whatever an input, a file name or an
/// argument put into it, no control or escape character gets through. Never fails.
void tell(std::string_view message);

/// Columns of the terminal on `descriptor`; 120 when it is none.
std::size_t terminal_width(int descriptor);

/// NO_COLOR is honoured when the choice is automatic.
bool use_colour(int descriptor, ColourChoice choice);

} // namespace preflag
