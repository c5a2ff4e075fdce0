#pragma once

#include <preflag/goods/goods_reader.h>
#include <preflag/manifest/manifest_line.h>
#include <preflag/rules/rule_set.h>
#include <preflag/screening/finding.h>
#include <preflag/screening/watchlist_findings.h>

#include <optional>
#include <string_view>
#include <vector>

namespace preflag {

/// Screens lines against a catalogue and a rule set, both shared and const. One per thread; it owns
/// only scratch space.
class Screener {
  public:
    /// Both references must outlive the screener.
    Screener(const Catalogue& catalogue, const RuleSet& rules);

    /// Also looks the line's parties up; both must outlive the screener.
    void use(const Watchlists& watchlists, NameMemory& memory);

    /// What was found on the line, or nullopt when nothing was. `keep_clear` returns clear lines
    /// too.
    std::optional<ScreenedLine> screen(const ManifestLine& line, std::string_view file,
                                       bool keep_clear = false);

  private:
    GoodsReader reader_;
    const RuleSet& rules_;
    std::vector<Verdict> verdicts_;
    std::optional<WatchlistFindings> watchlists_;
};

} // namespace preflag
