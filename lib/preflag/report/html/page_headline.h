#pragma once

#include <preflag/report/html/card_html.h>
#include <preflag/report/html/page_tally.h>
#include <preflag/run/summary.h>

#include <string>

namespace preflag {

/// "preflag: 4 of 13 lines to look at", for the title.
std::string title_text(const RunReport& run, const PageTally& tally);

/// How many lines need a look, how bad they are, by when, whether the result can be trusted, and
/// where the lines are that `rest`, a file's name, took; empty: none.
std::string headline_html(const RunReport& run, const PageTally& tally, const AdviceSource& page,
                          const std::string& rest);

} // namespace preflag
