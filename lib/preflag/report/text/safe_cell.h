#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// `text` as one CSV cell that is safe to open in a spreadsheet and on a terminal: control and
/// bidirectional characters replaced, line breaks and tabs as spaces, a leading apostrophe when it
/// would be taken for a formula (= + - @ tab CR, also behind spaces or as full-width signs), quoted
/// when it has to be. Never holds a line break.
std::string safe_csv_cell(std::string_view text);

} // namespace preflag
