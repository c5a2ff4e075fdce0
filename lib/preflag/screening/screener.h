#pragma once

#include <preflag/goods/reading/goods_reader.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/manifest/manifest_line.h>
#include <preflag/screening/finding.h>
#include <preflag/screening/watchlist_findings.h>

#include <optional>
#include <string_view>
#include <vector>

namespace preflag {

/// Screens lines by what is known, which is shared and const. One per thread; it owns only scratch
/// space.
class Screener {
  public:
    /// The knowledge must outlive the screener.
    explicit Screener(const Knowledge& knowledge);

    /// Also looks the line's parties up; both must outlive the screener.
    void use(const Watchlists& watchlists, NameMemory& memory);

    /// What was found on the line, or nullopt when nothing was. `keep_clear` returns clear lines
    /// too. What counts over several lines is in `counted`, for LineTally.
    std::optional<ScreenedLine> screen(const ManifestLine& line, std::string_view file,
                                       bool keep_clear = false);

    [[nodiscard]] const RuleSet& rules() const { return rules_; }

  private:
    void hold_back(const Verdict& verdict, Finding&& finding, const FieldValues& line,
                   const GoodsReading& goods, ScreenedLine& screened) const;

    GoodsReader reader_;
    const RuleSet& rules_;
    const ConsigneeKinds& consignee_kinds_;
    std::vector<Verdict> verdicts_;
    std::optional<WatchlistFindings> watchlists_;
};

} // namespace preflag
