#pragma once

#include <preflag/report/card/advice.h>
#include <preflag/screening/screened_line.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

enum class CardFormat { text, markdown };

/// One finding on one page: the goods with what was read, limit and margin, the law's words, duty,
/// deadline, next question, whom to tell, what would change the answer and what was decided before.
/// `finding` is one of the line's. Text is wrapped at `width` terminal columns.
std::string card_page(const ScreenedLine& line, const Finding& finding, const AdviceSource& source,
                      CardFormat format, std::size_t width);

} // namespace preflag
