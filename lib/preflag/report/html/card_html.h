#pragma once

#include <preflag/report/html/contacts.h>
#include <preflag/screening/screened_line.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What a page knows besides the lines.
struct PageContext {
    const Contacts& contacts;
    std::optional<Date> day; ///< of the run; deadlines count from it
};

/// Everything about a line for the person who has to act on it: an <article>. `rules` as
/// PageTally::add gives them.
std::string card_html(const ScreenedLine& line, const std::vector<std::size_t>& rules,
                      const PageContext& page);

} // namespace preflag
