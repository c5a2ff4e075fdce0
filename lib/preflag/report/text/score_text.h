#pragma once

#include <preflag/screening/screened_line.h>

#include <string>

namespace preflag {

/// How a line's score arises and who the consignee is: "score 80 = 25 eu-2019-1148/annex-i/acetone
/// + 55 red-flag/private-person; consignee: private person (title \"Mr\")". Empty when one rule
/// alone makes the score.
std::string score_text(const ScreenedLine& line);

/// "25 eu-2019-1148/annex-i/acetone | 55 red-flag/private-person".
std::string score_parts_text(const ScreenedLine& line);

/// "private person (title \"Mr\")"; empty when it was not asked for.
std::string consignee_kind_text(const ScreenedLine& line);

} // namespace preflag
