#pragma once

#include <preflag/report/html/card_html.h>
#include <preflag/report/html/page_tally.h>

#include <string>

namespace preflag {

/// Deadlines and contact points of the laws that the page cites.
std::string whom_section(const PageTally& tally, const AdviceSource& page);

/// Each rule once, with limit, citation and duty; then which of them came together on lines.
std::string rules_html(const PageTally& tally, const AdviceSource& page);

} // namespace preflag
